// One idea in the words it was written in.
import type { ReactNode } from 'react';
import type { OwnText } from '../../server/engine/vocabulary';
import { OwnWords } from '../ui/own-words';
import styles from './cards.module.css';

export function IdeaCard({
  words,
  note,
  seconders,
}: {
  readonly words: OwnText;
  readonly note?: string | undefined;
  readonly seconders?: ReactNode;
}) {
  return (
    <p className={styles.idea}>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      <OwnWords words={words} /> {seconders}
    </p>
  );
}

/** A heading that says above itself which theme it belongs to. */
export function PlacedHeading({ place, words }: { readonly place: string; readonly words: ReactNode }) {
  return (
    <h2 className={styles.placed}>
      <span className={styles.note} data-once>
        {place}
      </span>
      {words}
    </h2>
  );
}

export function SectionHeading({ text, count }: { readonly text: string; readonly count?: string | undefined }) {
  return (
    <h2 className={styles.section}>
      {text} {count !== undefined && <span data-once>{count}</span>}
    </h2>
  );
}
