// Why something cannot be done now, where it would be done: said before the press, not after.
import type { ReactNode } from 'react';
import styles from './form.module.css';

export function CannotNow({ children }: { readonly children: ReactNode }) {
  return <p className={styles.cannotNow}>{children}</p>;
}
