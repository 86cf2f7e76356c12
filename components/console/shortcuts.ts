'use client';
// Keys of the console. Every one needs a modifier, so that no letter typed or spoken sets something off (WCAG 2.1.4).
import { useEffect, useRef } from 'react';

export type Shortcuts = {
  next(): void;
  undo(): void;
  redo(): void;
  help(): void;
  tab(index: number): void;
};

export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const field = event.target instanceof Element && event.target.closest('textarea, [contenteditable]') !== null;
      // A key that is held down presses nothing again: no button, no form and no shortcut. In a text it goes on typing.
      if (event.repeat && event.key === 'Enter' && (!field || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        return;
      }
      if (event.repeat && (event.ctrlKey || event.metaKey || event.altKey) && !isTyping(event)) {
        event.preventDefault();
        return;
      }
      if (document.querySelector('dialog[open]') !== null) return;
      const control = event.ctrlKey || event.metaKey;
      const typing = isTyping(event);
      // By place on the keyboard, so that they work under a Kyrgyz or Russian layout too.
      if (control && event.key === 'Enter' && !typing) latest.current.next();
      // In a text field Ctrl+Z belongs to the text.
      else if (control && event.code === 'KeyZ' && !typing) latest.current[event.shiftKey ? 'redo' : 'undo']();
      else if (event.altKey && event.code === 'KeyH') latest.current.help();
      else if (event.altKey && /^Digit[1234]$/.test(event.code)) latest.current.tab(Number(event.code.slice(5)) - 1);
      else return;
      event.preventDefault();
    };
    // Before the page's own parts: a press that is none must not reach them.
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
