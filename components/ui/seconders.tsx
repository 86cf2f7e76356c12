'use client';
// How many others stand behind an idea: a total and nothing more.
import { useTranslations } from 'next-intl';
import styles from './seconders.module.css';

export function Seconders({ count }: { readonly count: number | undefined }) {
  const t = useTranslations('Support');
  if (count === undefined) return null;
  return (
    <span className={styles.seconders}>
      <span aria-hidden="true">+{count}</span>
      <span className="visually-hidden">{t('count', { count })}</span>
    </span>
  );
}
