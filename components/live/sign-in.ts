// The key in a link's fragment never reaches a log or a history: it is posted once and taken out of the address bar.
import type { Audience } from '../../server/engine/views';

export type SignInResult = 'signed_in' | 'no_key' | 'refused' | 'unreachable';

export async function signInWithFragment(code: string, role: Exclude<Audience, 'participant'>): Promise<SignInResult> {
  const token = decodeURIComponent(location.hash.slice(1)).trim();
  if (token === '') return 'no_key';
  const result = await signIn(code, role, token);
  // Kept when the server could not be reached, so that a reload tries again.
  if (result !== 'unreachable') history.replaceState(null, '', location.pathname + location.search);
  return result;
}

export async function signIn(
  code: string,
  role: Exclude<Audience, 'participant'>,
  token: string,
): Promise<Exclude<SignInResult, 'no_key'>> {
  try {
    const response = await fetch(`/api/sessions/${encodeURIComponent(code)}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify({ token }),
    });
    if (response.status >= 500 || response.status === 429) return 'unreachable';
    const answer: unknown = response.ok ? await response.json() : undefined;
    // The key says whose it is: the wall's key opens no console.
    return (answer as { readonly role?: unknown } | undefined)?.role === role ? 'signed_in' : 'refused';
  } catch {
    return 'unreachable';
  }
}

/** What a pasted link says: its session and its key; a bare key is taken for the session at hand. */
export function readSignInLink(
  pasted: string,
  code: string,
): { readonly code: string; readonly token: string } | undefined {
  const text = pasted.trim();
  const hash = text.indexOf('#');
  if (hash === -1) return /^[\w-]{16,}$/.test(text) ? { code, token: text } : undefined;
  const token = decodeURIComponent(text.slice(hash + 1)).trim();
  const linked = /\/(?:console|screen)\/([^/?#]+)/.exec(text)?.[1];
  return token === '' ? undefined : { code: linked ?? code, token };
}
