'use client';
// What an archive of this session can be compared with later: the key that signs it and, at the end, the closing hash.
import { useEffect, useState } from 'react';
import type { View } from '../../server/engine/views';

type SessionPhase = View['session']['phase'];

export type Seal = { readonly key?: string; readonly closingHash?: string };

/** Once a session has ended its draft is still tidied, also by acts that neither wall nor desk can see in its view. */
const LOOK_MS = 5_000;

/** Undefined until the server has said. */
export function useSeal(code: string, phase: SessionPhase): Seal | undefined {
  const [seal, setSeal] = useState<Seal>();
  useEffect(() => {
    const controller = new AbortController();
    const look = () =>
      fetch(`/api/sessions/${encodeURIComponent(code)}/seal`, { signal: controller.signal, credentials: 'same-origin' })
        .then(async (response) => {
          if (response.ok) setSeal((await response.json()) as Seal);
        })
        // Without an answer nothing is shown: a wrong hash would be worse than none.
        .catch(() => {});
    void look();
    const timer = phase === 'ended' ? setInterval(look, LOOK_MS) : undefined;
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [code, phase]);
  return seal;
}
