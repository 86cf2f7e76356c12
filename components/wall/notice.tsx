'use client';
// A wall with nothing to show yet: one calm sentence.
import styles from './wall.module.css';

export function WallNotice({ text }: { readonly text: string }) {
  return (
    <main className={styles.notice}>
      <h1>{text}</h1>
    </main>
  );
}
