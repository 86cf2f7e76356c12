'use client';
// How many of those in the hall have taken part: one disc per person, filled once that person has answered.
// Says nothing about what they chose, so it may be live before the results are.
import styles from './turnout-picture.module.css';

/** Beyond this, discs are too small to be told apart from the back of a hall. */
const MOST_DISCS = 200;

export function TurnoutPicture({
  voted,
  joined,
  sentence,
}: {
  readonly voted: number;
  readonly joined: number;
  /** The same in words, e.g. "18 of 24 have voted". */
  readonly sentence: string;
}) {
  const share = joined === 0 ? 0 : voted / joined;
  // Discs fill about half of a 23 × 9 rem field whatever their number.
  const size = Math.min(2.2, Math.sqrt((23 * 9 * 0.5) / Math.max(1, joined)));
  return (
    <figure className={styles.figure}>
      <figcaption>
        <span className={styles.figures} aria-hidden="true">
          <strong>{voted}</strong>
          <span> / {joined}</span>
        </span>
        {sentence}
      </figcaption>
      {joined <= MOST_DISCS ? (
        <div className={styles.discs} style={{ '--size': `${size}rem` } as React.CSSProperties} aria-hidden="true">
          {Array.from({ length: joined }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nobody is told apart here
            <span key={index} data-in={index < voted || undefined} />
          ))}
        </div>
      ) : (
        <div className={styles.bar} aria-hidden="true">
          <span style={{ width: `${100 * share}%` }} />
        </div>
      )}
    </figure>
  );
}
