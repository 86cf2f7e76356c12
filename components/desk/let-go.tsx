'use client';
// Escape in a form in which words were typed: asked once, so that a key pressed by habit loses nothing.
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/button';
import styles from './dialog.module.css';

/** `typed`: closing would lose words. */
export function useLetGo(typed: boolean, onClose: () => void) {
  const [asking, setAsking] = useState(false);
  const before = useRef<Element>(null);
  const keep = () => {
    setAsking(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const leave = () => {
    if (asking) return keep();
    if (!typed) return onClose();
    before.current = document.activeElement;
    setAsking(true);
  };
  return {
    leave,
    /** Before the browser's own way, which closes at the second press whatever it is told. */
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      leave();
    },
    question: asking && <LetGo onKeep={keep} onLetGo={onClose} />,
  };
}

function LetGo({ onKeep, onLetGo }: { readonly onKeep: () => void; readonly onLetGo: () => void }) {
  const t = useTranslations('Console.letGo');
  const words = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    first.current?.focus();
    first.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div role="alertdialog" aria-labelledby={words} className={styles.letGo}>
      <p id={words}>{t('text')}</p>
      <Button ref={first} onClick={onKeep}>
        {t('keep')}
      </Button>
      <Button weight="danger" onClick={onLetGo}>
        {t('confirm')}
      </Button>
    </div>
  );
}
