// What the organiser's page asks of the server. Every answer is either what was asked for, or a word for what went wrong.

import type { RollUpWish } from '../../server/engine/roll-up/decide-roll-up';
import type { Organisation } from '../../server/engine/vocabulary';
import type {
  ImportAnswer,
  ListedRollUp,
  OrganisationsAnswer,
  OrganiserSession,
  OrganiserWorkshop,
  RollUpAnswer,
  RollUpRefused,
  SetAside,
} from '../../server/protocol/organiser';

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

/** `replace`: closing hashes of the sessions here that the person has seen and wants set aside for it. */
export async function importArchive(file: File, replace: readonly string[] = []): Promise<ImportAnswer | 'failed'> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const response = await send(`/api/organiser/archives?replace=${replace.join(',')}`, {
    method: 'POST',
    headers,
    body: file,
  });
  if (response === undefined || response.status >= 500) return 'failed';
  return (await response.json()) as ImportAnswer;
}

/** Newest first. */
export async function listSetAside(): Promise<readonly SetAside[]> {
  const response = await send('/api/organiser/set-aside');
  if (!response?.ok) return [];
  return ((await response.json()) as { readonly setAside: readonly SetAside[] }).setAside;
}

export async function listRollUps(): Promise<readonly ListedRollUp[]> {
  const response = await send('/api/organiser/roll-ups');
  if (!response?.ok) return [];
  return ((await response.json()) as { readonly rollUps: readonly ListedRollUp[] }).rollUps;
}

export async function listWorkshops(): Promise<readonly OrganiserWorkshop[]> {
  const response = await send('/api/organiser/workshops');
  if (!response?.ok) return [];
  return ((await response.json()) as { readonly workshops: readonly OrganiserWorkshop[] }).workshops;
}

/** `version`: of what the person has seen. Undefined: no answer came. */
export async function saveOrganisations(
  id: string,
  organisations: readonly Organisation[],
  version: string,
): Promise<OrganisationsAnswer | undefined> {
  const body = JSON.stringify({ organisations, version });
  const response = await send(`/api/organiser/workshops/${id}`, { method: 'POST', body });
  if (response === undefined || response.status >= 500) return undefined;
  return (await response.json()) as OrganisationsAnswer;
}

export type Districts = readonly { readonly code: string; readonly place: string }[];

export function makeRollUp(title: string, districts: Districts): Promise<RollUpAnswer | RollUpRefused | Trouble> {
  return askRollUp('', { title, districts });
}

export function loadRollUp(id: string): Promise<RollUpAnswer | RollUpRefused | Trouble> {
  return askRollUp(`/${encodeURIComponent(id)}`);
}

/** `version`: of what the person has seen. */
export function decideRollUp(
  id: string,
  version: number,
  wish: RollUpWish,
): Promise<RollUpAnswer | RollUpRefused | Trouble> {
  return askRollUp(`/${encodeURIComponent(id)}`, { version, wish });
}

async function askRollUp(path: string, body?: object): Promise<RollUpAnswer | RollUpRefused | Trouble> {
  const how = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await send(`/api/organiser/roll-ups${path}`, how);
  if (response === undefined || response.status >= 500) return 'unreachable';
  if (response.status === 401) return 'refused';
  return (await response.json()) as RollUpAnswer | RollUpRefused;
}

async function send(path: string, how: RequestInit = {}): Promise<Response | undefined> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...how });
  } catch {
    return undefined;
  }
}
