'use client';
// A question over the page: the browser's own modal dialog, so focus and the background are its business.
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useCommander } from './commander';
import styles from './dialog.module.css';
import { useLetGo } from './let-go';

export function Dialog({
  title,
  onClose,
  typed = false,
  children,
}: {
  readonly title: string;
  /** Also by Escape. */
  readonly onClose: () => void;
  /** Words stand in it that closing would lose: Escape asks. */
  readonly typed?: boolean;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { leave, onKeyDown, question } = useLetGo(typed, onClose);
  const { notice, hold } = useCommander();
  useEffect(() => hold(), [hold]);
  const [before] = useState(notice);
  // A layout effect, so that it is closed while still on the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    // What can be pressed first is below the fold: it is read from its title.
    const words = dialog?.querySelector('h2');
    if (dialog !== null && words && dialog.scrollTop > 0) {
      // Only now: the browser would begin with it otherwise, and not with the first field.
      words.tabIndex = -1;
      words.focus();
      dialog.scrollTop = 0;
    }
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      aria-labelledby={heading}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
      {question}
      {/* What lies behind a modal dialog is neither read out nor in plain sight: a refusal is said here too. */}
      <p role="alert" className={styles.refused}>
        {notice?.kind === 'refused' && notice !== before ? notice.text : ''}
      </p>
    </dialog>
  );
}
