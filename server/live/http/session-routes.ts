// The HTTP side of a session: what a phone may know before joining, joining, commands without a socket, views, sign-in.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isParticipantCommand } from '../../engine/commands';
import { takeOver } from '../../engine/draft/look-back';
import type { Audience } from '../../engine/views';
import { LOCALES } from '../../engine/vocabulary';
import { httpBodies, parseCommand } from '../../protocol/schemas';
import type { SuggestedGroups } from '../../protocol/wire';
import type { Room } from '../room';
import { parseJson, readBody } from './body';
import type { HttpContext, Route } from './context';
import { bearerOf, deviceOf, ensureDevice, setLinkCookie } from './cookies';
import { findRoom, holdsLink, senderOf } from './find-room';
import { linkTo } from './links';
import { logFacts } from './log-facts';
import { readJson } from './read-json';
import { refuse, sendJson, sendNotAllowed, sendRefusal } from './reply';
import { keyOf } from './seal';

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly context: HttpContext };
const unpack = promisify(gunzip);

type Handler = (exchange: Exchange, room: Room) => Promise<true>;

const AUDIENCES: readonly string[] = ['participant', 'facilitator', 'screen'] satisfies Audience[];
const isAudience = (value: string): value is Audience => AUDIENCES.includes(value);

const welcome: Handler = async ({ request, response, context }, room) => {
  const { title, groups, phase } = room.welcome;
  const origin = context.phoneOrigin();
  return sendJson(response, 200, {
    ok: true,
    code: room.code,
    title,
    groups,
    phase,
    languages: LOCALES,
    ...(origin === undefined ? {} : { joinUrl: `${origin}/j/${room.code}` }),
    // The console opens the wall on the facilitator's own machine.
    ...(holdsLink(request, 'facilitator', room, context) ? { screenUrl: linkTo('screen', room, context) } : {}),
  });
};

const join: Handler = async (exchange, room) => {
  const { request, response, context } = exchange;
  const body = await readJson(request, response, httpBodies.join);
  if (body === undefined) return true;
  const isNew = deviceOf(request) === undefined;
  const device = ensureDevice(request, response, context.caller);
  const participantId = context.tokens.participantId(room.sessionId, device);
  const message = {
    id: body.id ?? randomBytes(16).toString('base64url'),
    type: 'participant.join',
    groupId: body.groupId,
  };
  const ack = await context.intake.take(
    room,
    { role: 'participant', participantId, address: context.caller.address },
    message,
  );
  if (!ack.ok) return sendRefusal(response, ack);
  // A browser that has the cookie needs no token; one that cannot read it cannot leak it.
  const token = isNew || bearerOf(request) !== undefined ? { token: device } : {};
  return sendJson(response, 200, {
    ...ack,
    ...token,
    participantId,
    snapshot: room.snapshot('participant', participantId),
  });
};

const command: Handler = async ({ request, response, context }, room) => {
  const text = await readBody(request);
  if (text === 'too_large') return refuse(response, 'too_large');
  const message = parseJson(text);
  const parsed = parseCommand(message);
  // A laptop may hold both credentials: the kind of command says as whom it speaks.
  const asParticipant = parsed === undefined || isParticipantCommand(parsed);
  const sender =
    (asParticipant ? undefined : senderOf(request, 'facilitator', room, context)) ??
    senderOf(request, 'participant', room, context) ??
    senderOf(request, 'facilitator', room, context);
  if (sender === undefined) return refuse(response, 'unauthorised');
  const ack = await context.intake.take(room, sender, message);
  return ack.ok ? sendJson(response, 200, ack) : sendRefusal(response, ack);
};

const view: Handler = async ({ request, response, context }, room) => {
  const role = context.url.searchParams.get('role') ?? 'participant';
  if (!isAudience(role)) return refuse(response, 'malformed');
  const sender = senderOf(request, role, room, context);
  // What every participant sees is no secret from somebody who has the code; their own things need their token.
  if (sender === undefined && role !== 'participant') return refuse(response, 'unauthorised');
  const since = context.url.searchParams.get('since');
  if (role === 'participant' && since !== null) return sendSince(request, response, room, Number(since));
  const participantId = sender?.role === 'participant' ? sender.participantId : undefined;
  return sendJson(response, 200, room.snapshot(role, participantId));
};

/** The phones' view, the same for everybody: compressed once, and not at all for a phone that has it. */
async function sendSince(request: IncomingMessage, response: ServerResponse, room: Room, since: number): Promise<true> {
  const { rev, bytes } = room.since(since);
  const etag = `"${room.sessionId}-${rev}"`;
  if (since === rev || request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag, 'cache-control': 'no-cache' }).end();
    return true;
  }
  const packed = await bytes;
  const isGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = isGzip ? packed : await unpack(packed);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
    etag,
    ...(isGzip ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(body);
  return true;
}

const suggestedGroups: Handler = async ({ request, response, context }, room) => {
  const sender = senderOf(request, 'facilitator', room, context);
  if (sender === undefined) return refuse(response, 'unauthorised');
  const retryAfterMs = context.intake.charge(room, sender);
  if (retryAfterMs > 0) return sendRefusal(response, { ok: false, code: 'rate_limited', retryAfterMs });
  const answer: SuggestedGroups = { ok: true, groups: await room.similarity.groups() };
  return sendJson(response, 200, answer);
};

const signIn: Handler = async (exchange, room) => {
  const { request, response, context } = exchange;
  const body = await readJson(request, response, httpBodies.signIn);
  if (body === undefined) return true;
  const role = (['facilitator', 'screen'] as const).find((role) =>
    context.tokens.fits(body.token, role, room.sessionId),
  );
  if (role === undefined) return refuse(response, 'unauthorised');
  setLinkCookie(response, context.caller, { role, code: room.code, token: body.token });
  return sendJson(response, 200, { ok: true, role });
};

/** For wall and console: what to compare an archive with later. The hash is said once the session has ended. */
const seal: Handler = async ({ request, response, context }, room) => {
  if (!(['facilitator', 'screen'] as const).some((role) => holdsLink(request, role, room, context)))
    return refuse(response, 'unauthorised');
  const key = await keyOf(room, context);
  const closing = room.state.phase === 'ended' ? { closingHash: (await logFacts(room, context)).closingHash } : {};
  return sendJson(response, 200, { ok: true, ...(key === undefined ? {} : { key }), ...closing });
};

const HANDLERS: Readonly<Record<string, { readonly method: 'GET' | 'POST'; readonly handle: Handler }>> = {
  '': { method: 'GET', handle: welcome },
  '/join': { method: 'POST', handle: join },
  '/commands': { method: 'POST', handle: command },
  '/view': { method: 'GET', handle: view },
  '/seal': { method: 'GET', handle: seal },
  '/suggested-groups': { method: 'GET', handle: suggestedGroups },
  '/sign-in': { method: 'POST', handle: signIn },
};

export const sessionRoutes: Route = async (request, response, context) => {
  const [, typedCode, rest = ''] = /^\/api\/sessions\/([^/]+)(\/[a-z-]+)?$/.exec(context.url.pathname) ?? [];
  if (typedCode === undefined || !Object.hasOwn(HANDLERS, rest)) return false;
  const { method, handle } = HANDLERS[rest] as (typeof HANDLERS)[string];
  const isRead = method === 'GET' && request.method === 'HEAD';
  if (request.method !== method && !isRead) return sendNotAllowed(response, method);
  if (method === 'POST' && context.caller.isForeignPage) return refuse(response, 'forbidden');
  const room = await findRoom(decode(typedCode), context);
  if (typeof room === 'string') return refuse(response, room);
  return handle({ request, response, context }, room);
};

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** `POST /api/sessions`: a new session of the workshop that `from` runs, by its facilitator. */
export const newSessionRoute: Route = async (request, response, context) => {
  if (context.url.pathname !== '/api/sessions') return false;
  if (request.method !== 'POST') return sendNotAllowed(response, 'POST');
  if (context.caller.isForeignPage) return refuse(response, 'forbidden');
  const body = await readJson(request, response, httpBodies.newSession);
  if (body === undefined) return true;
  const room = await findRoom(body.from, context);
  if (typeof room === 'string') return refuse(response, room);
  if (!holdsLink(request, 'facilitator', room, context)) return refuse(response, 'unauthorised');
  const session = await context.sessions.findByCode(room.code);
  if (session === undefined) return refuse(response, 'unknown_session');
  const { workshopId } = session;
  // Of the running session's own copy, with those who stand behind the workshop today.
  const workshop = await context.sessions.findWorkshop(workshopId);
  const { organisations } = workshop?.design ?? room.state.design;
  const design = organisations === undefined ? room.state.design : { ...room.state.design, organisations };
  const earlier = body.goOn ? takeOver(room.state, await logFacts(room, context)) : undefined;
  // What was made up stays marked as such.
  const rehearsal = body.rehearsal === true || (body.goOn === true && room.state.rehearsal);
  const wanted = { workshopId, design, rehearsal, earlier };
  const { sessionId, code } = await context.openSession(wanted);
  const made = { sessionId, code };
  return sendJson(response, 201, {
    ok: true,
    code,
    joinUrl: `/j/${code}`,
    screenUrl: linkTo('screen', made, context),
    facilitatorUrl: linkTo('facilitator', made, context),
  });
};
