// What the organiser's page asks of the server. Every answer is either what was asked for, or a word for what went wrong.

import type { ImportAnswer, OrganiserSession } from '../../server/protocol/organiser';

export type Trouble = 'refused' | 'unreachable';

/** The key of the link is posted once and taken out of the address bar. */
export async function signInAsOrganiser(token: string): Promise<'signed_in' | Trouble> {
  const response = await send('/api/organiser/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (response === undefined || response.status >= 500) return 'unreachable';
  return response.ok ? 'signed_in' : 'refused';
}

/** `refused`: nobody is signed in here. */
export async function listSessions(): Promise<readonly OrganiserSession[] | Trouble> {
  const response = await send('/api/organiser/sessions');
  if (response === undefined || response.status >= 500) return 'unreachable';
  if (!response.ok) return 'refused';
  const { sessions } = (await response.json()) as { readonly sessions: readonly OrganiserSession[] };
  return sessions;
}

export async function importArchive(file: File): Promise<ImportAnswer | 'failed'> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const response = await send('/api/organiser/archives', { method: 'POST', headers, body: file });
  if (response === undefined || response.status >= 500) return 'failed';
  return (await response.json()) as ImportAnswer;
}

async function send(path: string, how: RequestInit = {}): Promise<Response | undefined> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...how });
  } catch {
    return undefined;
  }
}
