// What the organiser of a server asks it: which sessions there are, and to take one in from another server.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { wholeKeys } from '../../audit/seal-signature';
import type { OrganiserSession, SetAside } from '../../protocol/organiser';
import { httpBodies } from '../../protocol/schemas';
import type { HttpContext, Route } from './context';
import { setOrganiserCookie } from './cookies';
import { importOne } from './import-route';
import { isOrganiser } from './is-organiser';
import { linkTo } from './links';
import { logSetAside } from './log-set-aside';
import { readJson } from './read-json';
import { refuse, sendJson, sendNotAllowed } from './reply';
import { sendLog } from './send-log';

/** Sessions in one list. */
const LISTED = 500;

type Handler = (request: IncomingMessage, response: ServerResponse, context: HttpContext) => Promise<true>;

const signIn: Handler = async (request, response, context) => {
  const body = await readJson(request, response, httpBodies.signIn);
  if (body === undefined) return true;
  const { token } = body;
  if (!context.tokens.isOrganiser(token)) return refuse(response, 'unauthorised');
  setOrganiserCookie(response, context.caller, token);
  return sendJson(response, 200, { ok: true, role: 'organiser' });
};

const sessions: Handler = async (_request, response, context) => {
  const rows = await context.sessions.list(LISTED);
  const listed = rows.map(
    ({ id, code, title, rehearsal, createdAt, endedAt, timeZone }): OrganiserSession => ({
      code,
      title,
      rehearsal,
      createdAt: createdAt.getTime(),
      ...(endedAt === undefined ? {} : { endedAt: endedAt.getTime() }),
      timeZone,
      facilitatorUrl: linkTo('facilitator', { sessionId: id, code }, context),
    }),
  );
  return sendJson(response, 200, { ok: true, sessions: listed });
};

const setAside: Handler = async (_request, response, { imports }) => {
  const rows = await imports.listSetAside(LISTED);
  const listed = rows.map(
    ({ id, code, facts, closingHash, signatures, replacedBy, setAsideAt }): SetAside => ({
      id,
      code,
      facts,
      closingHash,
      signedBy: wholeKeys(signatures, facts),
      replacedBy,
      setAsideAt: setAsideAt.getTime(),
    }),
  );
  return sendJson(response, 200, { ok: true, setAside: listed });
};

/** What was set aside, as the archive it came in with. */
async function archiveSetAside(id: string, response: ServerResponse, context: HttpContext): Promise<true> {
  const row = await context.imports.findSetAside(id);
  if (row === undefined) return refuse(response, 'unknown_session');
  return sendLog(
    response,
    `eles-${row.code}-${row.closingHash.slice(0, 8)}.eles`,
    await logSetAside(row, context.store),
  );
}

const HANDLERS: Readonly<Record<string, { readonly method: 'GET' | 'POST'; readonly handle: Handler }>> = {
  'sign-in': { method: 'POST', handle: signIn },
  sessions: { method: 'GET', handle: sessions },
  archives: { method: 'POST', handle: importOne },
  'set-aside': { method: 'GET', handle: setAside },
};

const ARCHIVE_SET_ASIDE = /^\/api\/organiser\/set-aside\/([0-9a-f-]{36})\.eles$/;

export const organiserRoutes: Route = async (request, response, context) => {
  const [, aside] = ARCHIVE_SET_ASIDE.exec(context.url.pathname) ?? [];
  if (aside !== undefined) {
    if (request.method !== 'GET') return sendNotAllowed(response, 'GET');
    if (!isOrganiser(request, context)) return refuse(response, 'unauthorised');
    return archiveSetAside(aside, response, context);
  }
  const [, name = ''] = /^\/api\/organiser\/([a-z-]+)$/.exec(context.url.pathname) ?? [];
  if (!Object.hasOwn(HANDLERS, name)) return false;
  const { method, handle } = HANDLERS[name] as (typeof HANDLERS)[string];
  if (request.method !== method) return sendNotAllowed(response, method);
  if (method === 'POST' && context.caller.isForeignPage) return refuse(response, 'forbidden');
  if (handle !== signIn && !isOrganiser(request, context)) return refuse(response, 'unauthorised');
  return handle(request, response, context);
};
