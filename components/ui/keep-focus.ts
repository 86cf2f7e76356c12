'use client';
// Where the keyboard goes when what it was on leaves the page: a dialog with its button, an editor that was saved.
import { useEffect } from 'react';

/**
 * To the nearest thing around it that is still there, instead of to the top of the page. A press by mouse or finger on
 * nothing in particular is nobody's place, and is left alone.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let around: Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      around = [];
      for (let one = target as Element | null; one !== null && one !== document.body; one = one.parentElement) {
        around.push(one);
      }
    };
    const forget = () => {
      around = [];
    };
    const restore = () => {
      if (document.activeElement !== document.body || around[0]?.isConnected !== false) return;
      const home = around.find((one) => one.isConnected && one.getClientRects().length > 0);
      forget();
      if (!(home instanceof HTMLElement)) return;
      if (!home.matches('a[href], button, input, select, textarea, summary, [tabindex]')) home.tabIndex = -1;
      home.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(restore);
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget);
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget);
    };
  }, []);
}
