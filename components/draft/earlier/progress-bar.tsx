'use client';
// How far the actions of the earlier vision have come: one bar, its parts named and counted beneath.
import { useTranslations } from 'next-intl';
import type { EarlierView } from '../../../server/engine/views';
import type { ACTION_STATUSES } from '../../../server/engine/vocabulary';
import styles from './earlier.module.css';

/** From what is reached to what was given up. */
const ORDER = [
  'done',
  'under_way',
  'not_started',
  'dropped',
] as const satisfies readonly (typeof ACTION_STATUSES)[number][];

export function ProgressBar({ earlier }: { readonly earlier: EarlierView }) {
  const t = useTranslations('Earlier');
  const parts = ORDER.map((status) => ({
    status,
    count: earlier.lines.filter((line) => line.status === status).length,
  }));
  return (
    <div className={styles.progress}>
      <span className={styles.bar} aria-hidden="true">
        {parts.map(
          ({ status, count }) => count > 0 && <span key={status} data-status={status} style={{ flexGrow: count }} />,
        )}
      </span>
      <ul>
        {parts.map(({ status, count }) => (
          <li key={status}>
            <span className={styles.swatch} data-status={status} aria-hidden="true" />
            {t(`status.${status}`)}: <strong>{count}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
