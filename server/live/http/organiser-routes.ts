// What the organiser of a server asks it: which sessions there are, and to take one in from another server.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { canBePrinted } from '../../export/logo-page';
import { checkOnThread } from '../../import/check-on-thread';
import { type Imported, type ImportRefusal, importArchive } from '../../import/import-archive';
import type { OrganiserSession } from '../../protocol/organiser';
import { httpBodies } from '../../protocol/schemas';
import type { HttpContext, Route } from './context';
import { setOrganiserCookie } from './cookies';
import { isOrganiser } from './is-organiser';
import { linkTo } from './links';
import { readJson } from './read-json';
import { refuse, sendJson, sendNotAllowed } from './reply';
import { withUpload } from './upload';

/** A thousand people make about 20 MB. */
const LARGEST_ARCHIVE = 512 * 1024 * 1024;
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
    ({ id, code, title, rehearsal, createdAt, endedAt }): OrganiserSession => ({
      code,
      title,
      rehearsal,
      createdAt: createdAt.getTime(),
      ...(endedAt === undefined ? {} : { endedAt: endedAt.getTime() }),
      facilitatorUrl: linkTo('facilitator', { sessionId: id, code }, context),
    }),
  );
  return sendJson(response, 200, { ok: true, sessions: listed });
};

const importOne: Handler = async (request, response, context) => {
  const { store, sessions: rows, documents } = context;
  const result = await withUpload(request, LARGEST_ARCHIVE, (file) =>
    importArchive(file, {
      store,
      sessions: rows,
      check: checkOnThread,
      canBePrinted: (organisations) => canBePrinted(organisations, documents),
    }),
  );
  if (result === 'too_large') return refuse(response, 'too_large');
  if (!result.ok) return sendJson(response, STATUS[result.code], result);
  const { code, known } = result satisfies Imported;
  return sendJson(response, known ? 200 : 201, {
    ok: true,
    code,
    known,
    facilitatorUrl: linkTo('facilitator', result, context),
  });
};

const STATUS: Readonly<Record<ImportRefusal['code'], number>> = {
  not_verified: 422,
  not_ended: 409,
  code_taken: 409,
  differs: 409,
};

const HANDLERS: Readonly<Record<string, { readonly method: 'GET' | 'POST'; readonly handle: Handler }>> = {
  'sign-in': { method: 'POST', handle: signIn },
  sessions: { method: 'GET', handle: sessions },
  archives: { method: 'POST', handle: importOne },
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
