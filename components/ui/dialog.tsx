'use client';
// A question over the page: the browser's own modal dialog, so focus, Escape and the background are its business.
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useCommander } from '../console/commander';
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
  const { notice, hold } = useCommander();
  useEffect(() => hold(), [hold]);
  const [before] = useState(notice);
  // A layout effect, so that it is closed while still on the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
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
      {/* What lies behind a modal dialog is neither read out nor in plain sight: a refusal is said here too. */}
      <p role="alert" className={styles.refused}>
        {notice?.kind === 'refused' && notice !== before ? notice.text : ''}
      </p>
    </dialog>
  );
}
