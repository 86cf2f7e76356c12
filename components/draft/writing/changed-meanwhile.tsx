'use client';
// Told to whoever writes on a line that somebody else has changed: how it reads now, and a way to go on with one's own words.
import { useTranslations } from 'next-intl';
import type { DeskLine } from '../../../server/engine/views';
import { Button } from '../../ui/button';
import { OwnWords } from '../../ui/own-words';
import type { Base } from './use-base';
import styles from './writing.module.css';

export function ChangedMeanwhile({ base, line }: { readonly base: Base; readonly line: DeskLine }) {
  const t = useTranslations('Console');
  if (!base.isOld) return null;
  return (
    <div className={styles.changed} role="alert">
      <p>
        {t('draft.changedMeanwhile')} <OwnWords words={line.text} />
      </p>
      <Button onClick={base.renew}>{t('draft.goOn')}</Button>
    </div>
  );
}
