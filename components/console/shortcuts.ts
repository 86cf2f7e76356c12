'use client';
// Keys of the console. Every one needs a modifier, so that no letter typed or spoken sets something off (WCAG 2.1.4).
import { useEffect, useRef } from 'react';

export type Shortcuts = {
  next(): void;
  undo(): void;
  help(): void;
  tab(index: number): void;
};

export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]') !== null) return;
      const control = event.ctrlKey || event.metaKey;
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      // By place on the keyboard, so that they work under a Kyrgyz or Russian layout too.
      if (control && event.key === 'Enter' && !typing) latest.current.next();
      // In a text field Ctrl+Z belongs to the text.
      else if (control && !event.shiftKey && event.code === 'KeyZ' && !typing) latest.current.undo();
      else if (event.altKey && event.code === 'KeyH') latest.current.help();
      else if (event.altKey && /^Digit[1234]$/.test(event.code)) latest.current.tab(Number(event.code.slice(5)) - 1);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
