// The participant's pages and forms, which work with no script at all. A form post enters the room by the same door
// as a socket's command, so a page that is half loaded cannot vote twice.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { draftsOf, type Flash, type PageState, roomStep } from '../../../components/live/phone/parts/page';
import { asLocale } from '../../../i18n/locale';
import { MAX_TYPED_LENGTH } from '../../auth/join-code';
import type { Mine, ParticipantView, ScreenView } from '../../engine/views';
import { BALLOT_BUTTONS } from '../../protocol/form-ballot';
import { type FormFields, formCommand, formCommandId } from '../../protocol/form-command';
import type { Room } from '../room';
import { readBody } from './body';
import type { HttpContext, Route } from './context';
import { deviceOf, ensureDevice } from './cookies';
import { findRoom } from './find-room';
import { sendCodePage, sendDraftPage, sendParticipantPage } from './phone-html';
import type { Outcome } from './phone-outcomes';
import { localeOf, setLocaleCookie } from './reader-locale';
import { statusOf } from './reply';

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly context: HttpContext };

function redirect(response: ServerResponse, to: string): true {
  response.writeHead(303, { location: to, 'cache-control': 'no-store', 'content-length': 0 }).end();
  return true;
}

/** `GET /`, `GET /?code=…`: typing the code. */
async function codeEntry({ request, response, context }: Exchange): Promise<true> {
  const typed = context.url.searchParams.get('code');
  const locale = localeOf(request);
  if (typed === null) return sendCodePage(request, response, { status: 200, locale, typed: '' });
  const room = await findRoom(typed, context);
  if (typeof room !== 'string') return redirect(response, `/j/${room.code}`);
  return sendCodePage(request, response, {
    status: statusOf(room),
    locale,
    typed: typed.slice(0, MAX_TYPED_LENGTH),
    refusal: room,
  });
}

/** `GET /j/<code>`: joining, or what the room is doing now. */
async function participantPage({ request, response, context }: Exchange, room: Room): Promise<true> {
  const device = ensureDevice(request, response, context.caller);
  const participantId = context.tokens.participantId(room.sessionId, device);
  const named = context.url.searchParams.get('outcome');
  const outcome = named === null ? undefined : await context.outcomes.find(participantId, named);
  const { rev, view, mine, now } = room.snapshot('participant', participantId);
  const editing = itemToEdit(mine, context.url.searchParams.get('edit'));
  const state: PageState = {
    locale: localeOf(request),
    code: room.code,
    nonce: randomBytes(16).toString('base64url'),
    now,
    rev,
    view: view as ParticipantView,
    drafts: editing?.drafts ?? {},
    ...(mine === undefined ? {} : { mine }),
    ...(editing === undefined ? {} : { editing: editing.id }),
    ...(outcome === undefined || outcome.step !== roomStep(view as ParticipantView) ? {} : { flash: flashOf(outcome) }),
    ...(outcome?.kind === 'refused' ? { drafts: outcome.drafts } : {}),
    ...(outcome?.kind === 'refused' && outcome.editing !== undefined ? { editing: outcome.editing } : {}),
  };
  // Asked for by a script that failed: this page's forms alone.
  const plain = context.url.searchParams.has('plain');
  return sendParticipantPage(request, response, state, { plain, from: asFrom(context.url.searchParams.get('from')) });
}

/** The first line to judge that is asked for, of a draft too long for one page. */
function asFrom(typed: string | null | undefined): number | undefined {
  return typed && /^\d{1,4}$/.test(typed) ? Number(typed) : undefined;
}

/** `GET /j/<code>/step`: what a page whose script does not live asks to learn whether the room has gone on. */
function sendStep({ request, response }: Exchange, room: Room): true {
  const step = roomStep(room.snapshot('participant').view as ParticipantView);
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(step) });
  response.end(request.method === 'HEAD' ? undefined : step);
  return true;
}

/** `GET /j/<code>/draft`: what the room made, once it has ended. */
function draftPage({ request, response }: Exchange, room: Room): Promise<true> | true {
  const view = room.snapshot('screen').view as ScreenView;
  if (view.session.phase !== 'ended') return redirect(response, `/j/${room.code}`);
  return sendDraftPage(request, response, { code: room.code, view, locale: localeOf(request) });
}

function flashOf(outcome: Outcome): Flash {
  return outcome.kind === 'counted' ? { kind: 'counted' } : { kind: 'refused', code: outcome.refused.code };
}

function itemToEdit(mine: Mine | undefined, id: string | null) {
  if (mine === undefined || id === null) return undefined;
  const item = Object.hasOwn(mine.ideas, id)
    ? mine.ideas[id]
    : Object.hasOwn(mine.actions, id)
      ? mine.actions[id]
      : undefined;
  return item === undefined ? undefined : { id, drafts: draftsOf(id, item) };
}

/** `POST /j/<code>/act`, also as `/join`: one participant's command in a plain form. */
async function act(exchange: Exchange, room: Room): Promise<true> {
  const { request, response, context } = exchange;
  const body = await readBody(request);
  // Only browsers say where a form stood; a program may begin with its post.
  if (request.headers.origin !== undefined && deviceOf(request) === undefined)
    return sayNoCookies(exchange, room, body);
  const device = ensureDevice(request, response, context.caller);
  const participantId = context.tokens.participantId(room.sessionId, device);
  const fields: FormFields = body === 'too_large' ? [] : [...new URLSearchParams(body)];
  const command = formCommand(fields);
  const message = command === undefined ? undefined : { id: formCommandId(nonceOf(fields), command), ...command };
  const ack =
    body === 'too_large'
      ? ({ ok: false, code: 'too_large' } as const)
      : isWithoutGoal(command)
        ? ({ ok: false, code: 'unknown_goal' } as const)
        : await context.intake.take(
            room,
            { role: 'participant', participantId, address: context.caller.address },
            message,
          );
  const values = new Map(fields);
  // The page of someone who is in says so itself; "counted" above a ballot would be read as a vote.
  if (ack.ok && values.get('type') === 'participant.join') return redirect(response, `/j/${room.code}`);
  // Words that others support stay: what was to stand in their place comes back as another idea.
  const base = values.get(!ack.ok && ack.code === 'supported' ? 'activityId' : 'draft');
  const step = roomStep(room.snapshot('participant').view as ParticipantView);
  const outcome = await context.outcomes.keep(
    participantId,
    ack.ok
      ? { kind: 'counted', step }
      : { kind: 'refused', step, refused: ack, drafts: draftsIn(fields, base), ...editingIn(values, base) },
  );
  const from = asFrom(values.get('from'));
  const portion = from === undefined ? '' : `&from=${from}`;
  return redirect(response, `/j/${room.code}?outcome=${outcome}${portion}${anchorOf(values)}`);
}

/**
 * The page that this form stood on had set a cookie, so this browser keeps none: each post would be a stranger's. What was
 * typed comes back; had the cookie only run out, sending again works.
 */
function sayNoCookies({ request, response, context }: Exchange, room: Room, body: string): Promise<true> {
  ensureDevice(request, response, context.caller);
  const fields: FormFields = body === 'too_large' ? [] : [...new URLSearchParams(body)];
  const { rev, view, now } = room.snapshot('participant');
  const state: PageState = {
    locale: localeOf(request),
    code: room.code,
    nonce: randomBytes(16).toString('base64url'),
    now,
    rev,
    view: view as ParticipantView,
    drafts: draftsIn(fields, new Map(fields).get('draft')),
    flash: { kind: 'refused', code: 'no_cookies' },
  };
  return sendParticipantPage(request, response, state, { plain: true, status: statusOf('no_cookies') });
}

/** A form whose goal nobody has chosen has no id at all to judge. */
function isWithoutGoal(command: object | undefined): boolean {
  return command !== undefined && 'goalId' in command && command.goalId === '';
}

/** Without a nonce nobody can tell two equal wishes from one sent twice. */
function nonceOf(fields: FormFields): string {
  const nonce = new Map(fields).get('nonce') ?? '';
  return /^[A-Za-z0-9_-]{22}$/.test(nonce) ? nonce : randomBytes(16).toString('base64url');
}

const NOT_DRAFTS: readonly string[] = [
  ...['type', 'nonce', 'draft', 'method', 'activityId', 'ideaId', 'actionId', 'pageLang'],
  ...BALLOT_BUTTONS,
];

function draftsIn(fields: FormFields, base: string | undefined): Readonly<Record<string, string>> {
  if (base === undefined) return {};
  return Object.fromEntries(
    fields.filter(([name]) => !NOT_DRAFTS.includes(name)).map(([name, value]) => [`${base}.${name}`, value]),
  );
}

/** Drafts live under the activity for something new and under the item itself while it is edited. */
function editingIn(values: ReadonlyMap<string, string>, base: string | undefined): { editing?: string } {
  const item = values.get('ideaId') ?? values.get('actionId');
  return base !== undefined && base === item ? { editing: item } : {};
}

/** Back to where one was, or to the next line to judge, not to the top of a long page. */
function anchorOf(values: ReadonlyMap<string, string>): string {
  if (values.get('type') === 'endorsement.give') return '#next';
  const option = BALLOT_BUTTONS.map((name) => values.get(name)).find((value) => value !== undefined);
  return option === undefined ? '' : `#o-${encodeURIComponent(option)}`;
}

/** `POST /language`: back to where one was. */
async function chooseLanguage({ request, response }: Exchange): Promise<true> {
  const body = await readBody(request);
  const values = new URLSearchParams(body === 'too_large' ? '' : body);
  const locale = asLocale(values.get('locale'));
  if (locale !== undefined) setLocaleCookie(response, locale);
  const back = values.get('back') ?? '/';
  // Only to our own pages: a redirect to anywhere would lend our name to others.
  return redirect(response, /^\/(j\/[A-Za-z0-9]{1,16}(\/draft)?)?$/.test(back) ? back : '/');
}

export const phoneRoutes: Route = async (request, response, context) => {
  const exchange = { request, response, context };
  const { pathname } = context.url;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const isPost = request.method === 'POST';
  if (isPost && context.caller.isForeignPage && /^\/(j\/|language$)/.test(pathname)) {
    return sendCodePage(request, response, { status: 403, locale: localeOf(request), typed: '', refusal: 'forbidden' });
  }
  if (pathname === '/' && isRead) return codeEntry(exchange);
  if (pathname === '/language' && isPost) return chooseLanguage(exchange);
  const [, typed, rest] = /^\/j\/([^/]+)(?:\/(act|join|step|draft))?\/?$/.exec(pathname) ?? [];
  if (typed === undefined) return false;
  const isPage = rest === undefined || rest === 'draft';
  const asksStep = rest === 'step';
  if (!isPage && !asksStep && isRead) return redirect(response, `/j/${typed}`);
  if (isPage || asksStep ? !isRead : !isPost) return false;
  const room = await findRoom(decode(typed), context);
  if (typeof room === 'string') {
    const page = {
      status: statusOf(room),
      locale: localeOf(request),
      typed: decode(typed).slice(0, MAX_TYPED_LENGTH),
      refusal: room,
    };
    return sendCodePage(request, response, page);
  }
  // One address per room: drafts, bookmarks and the script's socket then agree on the code.
  if (isPage && typed !== room.code)
    return redirect(response, rest === undefined ? `/j/${room.code}` : `/j/${room.code}/${rest}`);
  if (asksStep) return sendStep(exchange, room);
  if (rest === 'draft') return draftPage(exchange, room);
  return rest === undefined ? participantPage(exchange, room) : act(exchange, room);
};

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
