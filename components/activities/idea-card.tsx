// One idea in the words it was written in.
import type { OwnText } from '../../server/engine/vocabulary';
import { OwnWords } from '../ui/own-words';
import styles from './cards.module.css';

export function IdeaCard({ words, note }: { readonly words: OwnText; readonly note?: string | undefined }) {
  return (
    <p className={styles.idea}>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      <OwnWords words={words} />
    </p>
  );
}

export function SectionHeading({ text, count }: { readonly text: string; readonly count?: string | undefined }) {
  return (
    <h2 className={styles.section}>
      {text}
      {count !== undefined && <span>{count}</span>}
    </h2>
  );
}
