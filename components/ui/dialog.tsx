'use client';
// A question over the page: the browser's own modal dialog, so focus, Escape and the background are its business.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  /** Also by Escape. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
