// The server as a client finds it: addresses, links, joining, a new session, downloads. HTTP only.
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FacilitatorView } from '../engine/views';
import { type GroupId, LOCALES } from '../engine/vocabulary';
import { DOCUMENT_NAMES, TABLE_NAMES } from '../protocol/downloads';
import type { Ack, Refused, Snapshot } from '../protocol/wire';
import { newId } from './line';
import type { Pace } from './pace';

/** Something the person at the keyboard can put right: shown as its one sentence. */
export class RehearsalProblem extends Error {}

export type Stage = {
  readonly url: string;
  readonly code: string;
  readonly facilitatorToken: string;
  /** The recount at the end needs the archive, and that is the organiser's. */
  readonly organiserToken: string;
  /** For the projector; missing when only the facilitator's link was given. */
  readonly screenUrl?: string | undefined;
  /** The session that `npm start` announced: playing in it uses it up. */
  readonly isReady: boolean;
};

type StartFile = {
  readonly url: string;
  readonly facilitatorUrl: string;
  readonly screenUrl: string;
  readonly organiserUrl: string;
};

function readStartFile(dataFolder: string): StartFile | undefined {
  try {
    return JSON.parse(readFileSync(path.join(dataFolder, 'start.json'), 'utf8')) as StartFile;
  } catch {
    return undefined;
  }
}

function readLink(link: string): {
  readonly origin: string | undefined;
  readonly code: string;
  readonly token: string;
} {
  const [, code, token] = /\/console\/([^/#?]+)#([A-Za-z0-9_-]+)$/.exec(link) ?? [];
  if (code === undefined || token === undefined)
    throw new RehearsalProblem(`This is not a facilitator's sign-in link: ${link}`);
  return { origin: URL.canParse(link) ? new URL(link).origin : undefined, code, token };
}

function readOrganiserLink(link: string): string {
  const [, token] = /\/organiser#([A-Za-z0-9_-]+)$/.exec(link) ?? [];
  if (token === undefined) throw new RehearsalProblem(`This is not an organiser's link: ${link}`);
  return token;
}

export type Wanted = {
  readonly url?: string | undefined;
  readonly facilitator?: string | undefined;
  readonly organiser?: string | undefined;
  readonly code?: string | undefined;
  readonly dataFolder: string;
};

/** The session to play in: the named one, or the ready one while nobody has touched it, or else a new one. */
export async function findStage({ url, facilitator, organiser, code, dataFolder }: Wanted): Promise<Stage> {
  const start = readStartFile(dataFolder);
  const link = facilitator ?? start?.facilitatorUrl;
  if (link === undefined) {
    throw new RehearsalProblem(
      `No running server found: ${path.join(dataFolder, 'start.json')} is missing. Run npm start first, or give the facilitator's sign-in link with --facilitator.`,
    );
  }
  const given = readLink(link);
  const server = (url ?? (facilitator === undefined ? start?.url : given.origin) ?? 'http://127.0.0.1:3000').replace(
    /\/+$/,
    '',
  );
  const organiserLink = organiser ?? start?.organiserUrl;
  if (organiserLink === undefined) {
    throw new RehearsalProblem(
      "The recount at the end needs the archive, which is the organiser's: give the organiser's link with --organiser.",
    );
  }
  const known = facilitator === undefined ? start?.screenUrl : undefined;
  const stage = {
    url: server,
    code: code ?? given.code,
    facilitatorToken: given.token,
    organiserToken: readOrganiserLink(organiserLink),
    isReady: false,
    ...(known === undefined || (code !== undefined && code !== given.code) ? {} : { screenUrl: known }),
  };
  const view = await readView(stage);
  // Said before anybody plays: without it the play could not be checked.
  if (!(await reach(stage, '/api/organiser/sessions', { headers: asOrganiser(stage) })).ok)
    throw new RehearsalProblem(
      `The organiser's link does not fit the server at ${stage.url}: give its own with --organiser.`,
    );
  if (view.session.phase === 'lobby' && view.joined === 0) return { ...stage, isReady: !view.session.rehearsal };
  if (code !== undefined)
    throw new RehearsalProblem(`Session ${code} is in use; leave --code out to play in a new one.`);
  return openNew(stage);
}

async function readView(stage: Stage): Promise<FacilitatorView> {
  const snapshot = (await ask(stage, `/api/sessions/${stage.code}/view?role=facilitator`)) as Snapshot;
  return snapshot.view as FacilitatorView;
}

async function openNew(stage: Stage): Promise<Stage> {
  const body = JSON.stringify({ from: stage.code, rehearsal: true });
  const made = (await ask(stage, '/api/sessions', { method: 'POST', body })) as {
    screenUrl: string;
    facilitatorUrl: string;
  };
  const { code, token } = readLink(made.facilitatorUrl);
  return {
    url: stage.url,
    code,
    facilitatorToken: token,
    organiserToken: stage.organiserToken,
    screenUrl: new URL(made.screenUrl, stage.url).href,
    isReady: false,
  };
}

async function reach(stage: Stage, target: string, init: RequestInit = {}): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${stage.facilitatorToken}`,
    ...(init.headers as Record<string, string> | undefined),
  };
  try {
    return await fetch(new URL(target, stage.url), { ...init, headers });
  } catch (error) {
    throw new RehearsalProblem(`No server answers at ${stage.url}. Is npm start running there?`, { cause: error });
  }
}

/** Answers of the facilitator's own requests, or a problem in words. */
async function ask(stage: Stage, target: string, init: RequestInit = {}): Promise<unknown> {
  const response = await reach(stage, target, init);
  const answer = (await response.json().catch(() => undefined)) as Partial<Refused> | undefined;
  if (response.ok && answer !== undefined) return answer;
  if (response.status === 401)
    throw new RehearsalProblem(`The facilitator's link does not open session ${stage.code} at ${stage.url}.`);
  if (response.status === 404) throw new RehearsalProblem(`There is no session ${stage.code} at ${stage.url}.`);
  throw new RehearsalProblem(
    `${stage.url} answered ${response.status} ${answer?.code ?? ''} to ${target.split('?')[0]}.`,
  );
}

export type Joined = {
  readonly ack: Ack;
  readonly commandId: string;
  readonly participantId: string;
  readonly ms: number;
};

/** Joins by HTTP as a phone does, with a device token of its own making, so that trying again cannot join twice. */
export async function join(stage: Stage, device: string, groupId: GroupId, pace: Pace): Promise<Joined> {
  const commandId = newId();
  const init = {
    method: 'POST',
    body: JSON.stringify({ groupId, id: commandId }),
    headers: { authorization: `Bearer ${device}` },
  };
  for (;;) {
    const start = performance.now();
    const response = await reach(stage, `/api/sessions/${stage.code}/join`, init);
    const ms = performance.now() - start;
    const answer = (await response.json()) as Ack & { participantId?: string };
    if (answer.ok || (response.status !== 429 && response.status < 500))
      return { ack: answer, commandId, participantId: answer.participantId ?? '', ms };
    await pace.waitReal(answer.retryAfterMs ?? Number(response.headers.get('retry-after') ?? 1) * 1_000);
  }
}

const FILES = [...DOCUMENT_NAMES.map((ending) => `draft.${ending}`), ...TABLE_NAMES.map((table) => `${table}.csv`)];

const asOrganiser = (stage: Stage) => ({ authorization: `Bearer ${stage.organiserToken}` });

/** Everything that facilitator and organiser take home. Returns the archive's path. */
export async function download(stage: Stage, folder: string): Promise<string> {
  for (const lang of LOCALES) {
    await mkdir(path.join(folder, lang), { recursive: true });
    for (const file of FILES) {
      const response = await reach(stage, `/api/sessions/${stage.code}/exports/${file}?lang=${lang}`);
      if (!response.ok) throw new RehearsalProblem(`The export ${file} could not be fetched: ${response.status}.`);
      // The bytes as they came: text() would take the byte order mark away.
      await writeFile(path.join(folder, lang, file), Buffer.from(await response.arrayBuffer()));
    }
  }
  const archive = path.join(folder, 'archive.eles');
  const response = await reach(stage, `/api/sessions/${stage.code}/archive`, { headers: asOrganiser(stage) });
  if (!response.ok || response.body === null)
    throw new RehearsalProblem(`The archive could not be fetched: ${response.status}.`);
  await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(archive));
  return archive;
}
