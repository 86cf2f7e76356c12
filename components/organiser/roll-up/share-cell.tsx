'use client';
// A share as a figure on its colour. The figure says it; the colour only lets the eye find it.
import type { CSSProperties, ReactNode } from 'react';
import { heatOf } from '../../../server/engine/roll-up/heat';
import styles from './roll-up.module.css';

export function ShareCell({
  share,
  highest,
  children,
}: {
  readonly share: number | null;
  /** The share with the full colour. */
  readonly highest: number;
  readonly children?: ReactNode;
}) {
  const heat = heatOf(share, highest);
  if (share === null || heat === null) return <td className={styles.none}>–</td>;
  const percent = Math.round(100 * share);
  return (
    <td className={styles.share} style={{ '--heat': `${Math.round(100 * heat)}%` } as CSSProperties}>
      {percent}% {children}
    </td>
  );
}
