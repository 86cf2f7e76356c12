'use client';
// What the server says about a session outside the live view: above all the address that phones in this hall can reach.
import { useEffect, useState } from 'react';

export type SessionInfo = { readonly joinUrl: string; readonly screenUrl?: string };

/** Falls back to this page's own origin when the server does not say. */
export function useSessionInfo(code: string): SessionInfo | undefined {
  const [info, setInfo] = useState<SessionInfo>();
  useEffect(() => {
    const controller = new AbortController();
    const fallback = { joinUrl: `${location.origin}/j/${code}` };
    fetch(`/api/sessions/${encodeURIComponent(code)}`, { signal: controller.signal, credentials: 'same-origin' })
      .then(async (response) => {
        const body: unknown = response.ok ? await response.json() : {};
        setInfo({ ...fallback, ...stringsOf(body, ['joinUrl', 'screenUrl']) });
      })
      .catch(() => {
        if (!controller.signal.aborted) setInfo(fallback);
      });
    return () => controller.abort();
  }, [code]);
  return info;
}

function stringsOf<Key extends string>(body: unknown, keys: readonly Key[]): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  if (typeof body !== 'object' || body === null) return found;
  for (const key of keys) {
    const value = (body as Record<string, unknown>)[key];
    if (typeof value === 'string') found[key] = value;
  }
  return found;
}
