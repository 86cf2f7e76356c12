// What the organiser of a server asks it: which sessions there are, and to take one in from another server.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OrganiserSession, SetAside } from '../../protocol/organiser';
import { httpBodies } from '../../protocol/schemas';
import type { HttpContext, Route } from './context';
import { setOrganiserCookie } from './cookies';
import { importOne } from './import-route';
import { isOrganiser } from './is-organiser';
import { linkTo } from './links';
import { readJson } from './read-json';
import { refuse, sendJson, sendNotAllowed } from './reply';

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
    ({ code, facts, closingHash, replacedBy, setAsideAt }): SetAside => ({
      code,
      facts,
      closingHash,
      replacedBy,
      setAsideAt: setAsideAt.getTime(),
    }),
  );
  return sendJson(response, 200, { ok: true, setAside: listed });
};

const HANDLERS: Readonly<Record<string, { readonly method: 'GET' | 'POST'; readonly handle: Handler }>> = {
  'sign-in': { method: 'POST', handle: signIn },
  sessions: { method: 'GET', handle: sessions },
  archives: { method: 'POST', handle: importOne },
  'set-aside': { method: 'GET', handle: setAside },
};

export const organiserRoutes: Route = async (request, response, context) => {
  const [, name = ''] = /^\/api\/organiser\/([a-z-]+)$/.exec(context.url.pathname) ?? [];
  if (!Object.hasOwn(HANDLERS, name)) return false;
  const { method, handle } = HANDLERS[name] as (typeof HANDLERS)[string];
  if (request.method !== method) return sendNotAllowed(response, method);
  if (method === 'POST' && context.caller.isForeignPage) return refuse(response, 'forbidden');
  if (handle !== signIn && !isOrganiser(request, context)) return refuse(response, 'unauthorised');
  return handle(request, response, context);
};
