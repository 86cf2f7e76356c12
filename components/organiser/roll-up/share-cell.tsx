'use client';
// A share as a figure on its colour. The figure says it; the colour only lets the eye find it.
import { useTranslations } from 'next-intl';
import type { CSSProperties, ReactNode } from 'react';
import { heatOf } from '../../../server/engine/roll-up/heat';
import styles from './roll-up.module.css';

export function ShareCell({
  votes,
  of,
  highest,
  withheld = false,
  children,
}: {
  /** Undefined where there is nothing of the kind, or nothing that may be shown. */
  readonly votes: number | undefined;
  /** It is of too few people to be shown. */
  readonly withheld?: boolean;
  /** All votes of the district. */
  readonly of: number;
  /** The share with the full colour. */
  readonly highest: number;
  readonly children?: ReactNode;
}) {
  const draft = useTranslations('Draft');
  if (withheld) return <td className={styles.none}>{draft('withheld')}</td>;
  const share = votes === undefined || of === 0 ? null : votes / of;
  const heat = heatOf(share, highest);
  if (share === null || heat === null) return <td className={styles.none}>–</td>;
  const percent = Math.round(100 * share);
  return (
    <td className={styles.share} style={{ '--heat': `${Math.round(100 * heat)}%` } as CSSProperties}>
      {percent}%{' '}
      <small>
        {votes}/{of}
      </small>{' '}
      {children}
    </td>
  );
}
