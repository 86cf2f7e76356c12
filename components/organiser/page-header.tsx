'use client';
// The head of the organiser's pages.
import { LanguageSwitch } from '../ui/language-switch';
import styles from './organiser.module.css';

export function PageHeader({ title }: { readonly title: string }) {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      <LanguageSwitch />
    </header>
  );
}
