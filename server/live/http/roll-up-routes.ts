// Sessions side by side, for the organiser: made, looked at, decided about, downloaded.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RollUpRow } from '../../data/roll-ups';
import { oncePer } from '../../engine/once';
import { decideRollUp } from '../../engine/roll-up/decide-roll-up';
import type { RollUpDesign } from '../../engine/roll-up/design';
import { type District, districtOf } from '../../engine/roll-up/district';
import { rollUp } from '../../engine/roll-up/roll-up';
import { DOCUMENTS, isDocument } from '../../export/formats';
import type { DocumentName } from '../../protocol/downloads';
import type { ListedRollUp, RollUpAnswer } from '../../protocol/organiser';
import { organiserBodies } from '../../protocol/organiser-schemas';
import type { Room } from '../room';
import type { HttpContext, Route } from './context';
import { disposition, downloadLocale, sendFile } from './download';
import { isOrganiser } from './is-organiser';
import { logFacts } from './log-facts';
import { readJson } from './read-json';
import { refuse, sendJson, sendNotAllowed } from './reply';
import { districtSealOf } from './seal';

/** In one list. */
const LISTED = 100;

/** Of a state as it is sealed: made once, like all that is dear. */
const sealedDistrict = oncePer(districtOf, (closingHash, seal) => [closingHash, JSON.stringify(seal)]);

async function known(room: Room, context: HttpContext): Promise<District> {
  const { state } = room;
  const { code, sessionId } = room;
  const [{ closingHash }, seal] = await Promise.all([
    logFacts({ state, sessionId }, context),
    districtSealOf({ code, state }, context),
  ]);
  return sealedDistrict(state, closingHash, seal);
}

/** Those of its sessions that are on this server. */
async function sessionsOf(
  { districts: wanted }: Pick<RollUpDesign, 'districts'>,
  context: HttpContext,
): Promise<ReadonlyMap<string, District>> {
  const found = new Map<string, District>();
  for (const { code } of wanted) {
    const opened = await context.rooms.openRoom(code);
    if (opened !== undefined) found.set(code, await known(opened.room, context));
  }
  return found;
}

function answerOf({ id, version, design }: RollUpRow, found: ReadonlyMap<string, District>): RollUpAnswer {
  return { ok: true, id, version, rollUp: rollUp(design, found) };
}

async function make(request: IncomingMessage, response: ServerResponse, context: HttpContext): Promise<true> {
  const body = await readJson(request, response, organiserBodies.newRollUp);
  if (body === undefined) return true;
  const found = await sessionsOf(body, context);
  if (found.size < body.districts.length) return sendJson(response, 409, { ok: false, code: 'unknown_district' });
  const row = await context.rollUps.add({ ...body, matches: [], apart: [] });
  return sendJson(response, 201, answerOf(row, found));
}

async function list(response: ServerResponse, context: HttpContext): Promise<true> {
  const rows = await context.rollUps.list(LISTED);
  const listed = rows.map(
    ({ id, design, createdAt }): ListedRollUp => ({
      id,
      title: design.title,
      districts: design.districts.map(({ place }) => place),
      createdAt: createdAt.getTime(),
    }),
  );
  return sendJson(response, 200, { ok: true, rollUps: listed });
}

async function decide(
  row: RollUpRow,
  request: IncomingMessage,
  response: ServerResponse,
  context: HttpContext,
): Promise<true> {
  const body = await readJson(request, response, organiserBodies.rollUpWish);
  if (body === undefined) return true;
  const found = await sessionsOf(row.design, context);
  const design = decideRollUp(row.design, body.wish, found);
  if (typeof design === 'string') return sendJson(response, 409, { ok: false, code: design });
  const { id } = row;
  // Decided on what the person saw; if somebody was faster, they see that first.
  if (!(await context.rollUps.change(id, body.version, design)))
    return sendJson(response, 409, { ok: false, code: 'changed' });
  return sendJson(response, 200, answerOf({ ...row, version: body.version + 1, design }, found));
}

async function download(
  row: RollUpRow,
  document: DocumentName,
  request: IncomingMessage,
  response: ServerResponse,
  context: HttpContext,
): Promise<true> {
  const locale = downloadLocale(request, context.url);
  const figures = rollUp(row.design, await sessionsOf(row.design, context));
  const bytes = await context.documents.render({ rollUp: figures, madeAt: Date.now(), locale, document });
  return sendFile(response, bytes, {
    'content-type': DOCUMENTS[document],
    'content-disposition': disposition(`eles-roll-up-${locale}.${document}`, `${figures.title}.${document}`),
    'content-language': locale,
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const rollUpRoutes: Route = async (request, response, context) => {
  const [path, id, ending] =
    /^\/api\/organiser\/roll-ups(?:\/([^/]+)(?:\/exports\/roll-up\.([a-z]+))?)?$/.exec(context.url.pathname) ?? [];
  if (path === undefined) return false;
  const { method = '' } = request;
  if (!['GET', 'POST'].includes(method)) return sendNotAllowed(response, 'GET, POST');
  if (method === 'POST' && context.caller.isForeignPage) return refuse(response, 'forbidden');
  if (!isOrganiser(request, context)) return refuse(response, 'unauthorised');
  if (id === undefined) return method === 'POST' ? make(request, response, context) : list(response, context);
  const row = UUID.test(id) ? await context.rollUps.find(id) : undefined;
  if (row === undefined) return sendJson(response, 404, { ok: false, code: 'unknown_roll_up' });
  if (ending !== undefined) {
    if (!isDocument(ending)) return sendJson(response, 404, { ok: false, code: 'malformed' });
    if (method !== 'GET') return sendNotAllowed(response, 'GET');
    return download(row, ending, request, response, context);
  }
  if (method === 'GET') return sendJson(response, 200, answerOf(row, await sessionsOf(row.design, context)));
  return decide(row, request, response, context);
};
