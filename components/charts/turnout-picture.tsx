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
  // About five times as wide as high, and never so few in a row that a small room looks like a crowd.
  const inRow = Math.max(10, Math.ceil(Math.sqrt(joined * 3)));
  return (
    <figure className={styles.figure}>
      <figcaption>
        <span className={styles.figures} aria-hidden="true">
          <strong>{voted}</strong>
          <span>{`\u00a0/\u00a0${joined}`}</span>
        </span>
        {sentence}
      </figcaption>
      {joined <= MOST_DISCS ? (
        // A picture scales into whatever room the lines beside it leave.
        <svg
          className={styles.discs}
          viewBox={`0 0 ${inRow} ${Math.ceil(joined / inRow)}`}
          preserveAspectRatio="xMinYMin meet"
          aria-hidden="true"
        >
          {Array.from({ length: joined }, (_, index) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: nobody is told apart here
              key={index}
              cx={(index % inRow) + 0.5}
              cy={Math.floor(index / inRow) + 0.5}
              data-in={index < voted || undefined}
            />
          ))}
        </svg>
      ) : (
        <div className={styles.bar} aria-hidden="true">
          <span style={{ width: `${100 * share}%` }} />
        </div>
      )}
    </figure>
  );
}
