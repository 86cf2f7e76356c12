'use client';
// A page that is not a console, a wall or a phone: its title and the language in the head, everything else below.
import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch';
import styles from './page.module.css';

export function Page({
  title,
  narrow = false,
  children,
}: {
  readonly title: string;
  /** As wide as a text is read. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <LanguageSwitch />
      </header>
      <main className={styles.main} data-narrow={narrow || undefined}>
        {children}
      </main>
    </div>
  );
}
