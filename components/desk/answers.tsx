'use client';
// The buttons at the end of a dialog: what it was opened for, and before it the way out.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import styles from './answers.module.css';

export function Answers({
  onCancel,
  children,
}: {
  /** Missing where there is only one way out. */
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}) {
  const t = useTranslations('Console');
  return (
    <div className={styles.answers}>
      {onCancel !== undefined && <Button onClick={onCancel}>{t('cancel')}</Button>}
      {children}
    </div>
  );
}
