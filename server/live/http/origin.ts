// Whether a request comes from our own pages, from a program, or from somebody else's page.
import type { IncomingHttpHeaders } from 'node:http';

export type Origin = 'own' | 'none' | 'foreign';

/** Compared with the Host header: a laptop in a hall is reached under addresses nobody configured. */
export function originOf({ origin, host }: IncomingHttpHeaders): Origin {
  if (origin === undefined) return 'none';
  try {
    const url = new URL(origin);
    return /^https?:$/.test(url.protocol) && url.origin === origin && url.host === host ? 'own' : 'foreign';
  } catch {
    // `null` of a sandboxed frame, or nonsense.
    return 'foreign';
  }
}

/** A change of state by a page of another site. Browsers send Origin with every POST, Sec-Fetch-Site over TLS as well. */
export function isForeignPost(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return originOf(headers) === 'foreign' || (site !== undefined && site !== 'same-origin' && site !== 'none');
}
