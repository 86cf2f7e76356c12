'use client';
// Slips of paper gathering in the middle: how many, never what they say.
import styles from './slip-stack.module.css';

/** Slips drawn; the figure goes on counting. */
const MOST_SLIPS = 120;

export function SlipStack({ count, label }: { readonly count: number; readonly label: string }) {
  const drawn = Math.min(count, MOST_SLIPS);
  return (
    <figure className={styles.stack}>
      <div className={styles.field} aria-hidden="true" data-dense={drawn > 40 || undefined}>
        {Array.from({ length: drawn }, (_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: slips are blank until they are revealed
            key={index}
            style={{ '--turn': `${((index * 47) % 9) - 4}deg` } as React.CSSProperties}
          />
        ))}
      </div>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
