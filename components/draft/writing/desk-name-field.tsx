'use client';
// The name of whoever writes here, so that two at two desks can tell whose change is whose.
import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { NAME_MAX_LENGTH } from '../../../server/engine/limits';
import { keepDeskName, readDeskName } from '../../desk/desk-name';
import styles from './writing.module.css';

export function DeskNameField() {
  const t = useTranslations('Console');
  const field = useId();
  const [name, setName] = useState('');
  useEffect(() => setName(readDeskName()), []);
  return (
    <p className={styles.deskName}>
      <label htmlFor={field}>{t('draft.deskName')}</label>
      <input
        id={field}
        maxLength={NAME_MAX_LENGTH}
        autoComplete="name"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          keepDeskName(event.target.value);
        }}
      />
    </p>
  );
}
