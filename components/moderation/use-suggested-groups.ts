'use client';
// Groups of ideas that the server thinks may be one. Asked for again when ideas have changed, and not at every letter.
import { useEffect, useRef, useState } from 'react';
import type { FacilitatorView } from '../../server/engine/views';
import type { SuggestedGroup, SuggestedGroups } from '../../server/protocol/wire';

/** While a hall is writing, ideas come every second. */
const AT_MOST_EVERY_MS = 5_000;
const FIRST_AFTER_MS = 300;

export function useSuggestedGroups(view: FacilitatorView): readonly SuggestedGroup[] {
  const [groups, setGroups] = useState<readonly SuggestedGroup[]>([]);
  const askedAt = useRef(0);
  const { code } = view.session;
  const { ideas, priorities } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: patches keep what they did not touch, so these are what changed
  useEffect(() => {
    const controller = new AbortController();
    const wait = Math.max(FIRST_AFTER_MS, askedAt.current + AT_MOST_EVERY_MS - Date.now());
    const timer = setTimeout(async () => {
      askedAt.current = Date.now();
      try {
        const response = await fetch(`/api/sessions/${encodeURIComponent(code)}/suggested-groups`, {
          signal: controller.signal,
          credentials: 'same-origin',
        });
        if (response.ok) setGroups(((await response.json()) as SuggestedGroups).groups);
      } catch {
        // Suggestions are a help: without them the desk works as ever.
      }
    }, wait);
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [code, ideas, priorities]);
  return groups;
}
