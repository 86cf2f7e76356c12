'use client';
// What an archive of this session can be compared with later: the key that signs it and, at the end, the closing hash.
import { useEffect, useState } from 'react';

export type Seal = { readonly key?: string; readonly closingHash?: string };

/** `moment` changes when the log may have another end; undefined until the server has said. */
export function useSeal(code: string, moment: string): Seal | undefined {
  const [seal, setSeal] = useState<Seal>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the log ends elsewhere at another moment
  useEffect(() => {
    const controller = new AbortController();
    fetch(`/api/sessions/${encodeURIComponent(code)}/seal`, { signal: controller.signal, credentials: 'same-origin' })
      .then(async (response) => {
        if (response.ok) setSeal((await response.json()) as Seal);
      })
      // Without an answer nothing is shown: a wrong hash would be worse than none.
      .catch(() => {});
    return () => controller.abort();
  }, [code, moment]);
  return seal;
}
