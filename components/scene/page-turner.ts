'use client';
// Turns the pages of the wall by itself; ← → turn by hand, the space bar stops and goes on (WCAG 2.2.2).
import { useEffect, useState } from 'react';

/** Long enough to read a full page aloud once. */
export const PAGE_MS = 14_000;

/** `held`: the page that stays until another is asked for or turned to by hand. */
export function usePageTurner(pageCount: number, held?: number): { readonly page: number; readonly paused: boolean } {
  const [page, setPage] = useState(0);
  const [paused, setPaused] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page turned by hand gets its full time too
  useEffect(() => {
    if (pageCount <= 1 || paused || held !== undefined) return;
    const timer = setTimeout(() => setPage((now) => (now + 1) % pageCount), PAGE_MS);
    return () => clearTimeout(timer);
  }, [pageCount, paused, held, page]);

  useEffect(() => {
    if (held !== undefined) setPage(held);
  }, [held]);

  useEffect(() => {
    if (pageCount <= 1) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'ArrowRight') setPage((now) => (now + 1) % pageCount);
      else if (event.key === 'ArrowLeft') setPage((now) => (now + pageCount - 1) % pageCount);
      else if (event.key === ' ') setPaused((now) => !now);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [pageCount]);

  return { page: pageCount === 0 ? 0 : page % pageCount, paused: paused || held !== undefined };
}
