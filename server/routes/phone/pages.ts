// The participant's pages: typing the code, what the room is doing now, the draft, the reader's language.
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { draftsOf, type Flash, type PageState, roomStep } from '../../../components/live/phone/parts/page';
import { asLocale } from '../../../i18n/locale';
import { MAX_TYPED_LENGTH } from '../../auth/join-code';
import type { Mine, ParticipantView } from '../../engine/views';
import { publishedDraft, snapshotFor } from '../../live/snapshot-for';
import type { RefusalCode } from '../../protocol/wire';
import { type GateRefusal, redirect, refuse, remember, statusOf, withCookie } from '../answer';
import { localeKept, localeOf } from '../reader-locale';
import { type Exchange, form, route } from '../row';
import { anybody, newcomer, visitor } from '../who';
import { codePage, draftPage, participantPage } from './html';
import type { Outcome } from './outcomes';

/** A refusal that a person reads: the page to type the code on says it. */
export async function pageRefusal(
  code: GateRefusal,
  { code: typed = '' }: Readonly<Record<string, string>>,
  { headers }: Pick<Exchange, 'headers'>,
) {
  if (code === 'organiser_only') return refuse(code);
  // What a page of another site wrote is not shown.
  const shown = code === 'forbidden' ? '' : typed;
  return refusedCode(code, shown, headers);
}

function refusedCode(refusal: RefusalCode, typed: string, headers: IncomingHttpHeaders) {
  const page = { status: statusOf(refusal), typed: typed.slice(0, MAX_TYPED_LENGTH), refusal };
  return codePage({ ...page, locale: localeOf(headers) }, headers);
}

export const pageRows = [
  route({
    method: 'GET',
    path: '/',
    who: anybody,
    says: 'Typing the code.',
    query: ['code'],
    refusal: pageRefusal,
    async answer(_scope, { query: { code: typed } }, { services, address, headers }) {
      if (typed === undefined) return codePage({ status: 200, locale: localeOf(headers), typed: '' }, headers);
      const found = await services.access.visitor(typed, address);
      return typeof found === 'string' ? refusedCode(found, typed, headers) : redirect(`/j/${found.room.code}`);
    },
  }),
  route({
    method: 'GET',
    path: '/j/:code',
    who: newcomer,
    says: 'Joining, or what the room is doing now.',
    // `plain`: asked for by a script that failed, this page's forms alone. `from`: the first line to judge, of a draft too
    // long for one page.
    query: ['outcome', 'edit', 'plain', 'from'],
    refusal: pageRefusal,
    async answer(device, { params, query }, { services, headers }) {
      const { room, participantId } = device;
      // One address per room: drafts, bookmarks and the script's socket then agree on the code.
      if (params.code !== room.code) return redirect(`/j/${room.code}`);
      const outcome =
        query.outcome === undefined ? undefined : await services.outcomes.find(participantId, query.outcome);
      const { rev, view, mine, now } = snapshotFor(device);
      const editing = itemToEdit(mine, query.edit);
      const isOfNow = outcome !== undefined && outcome.step === roomStep(view as ParticipantView);
      const state: PageState = {
        locale: localeOf(headers),
        code: room.code,
        nonce: randomBytes(16).toString('base64url'),
        now,
        rev,
        view: view as ParticipantView,
        drafts: editing?.drafts ?? {},
        ...(mine === undefined ? {} : { mine }),
        ...(editing === undefined ? {} : { editing: editing.id }),
        ...(isOfNow ? { flash: flashOf(outcome) } : {}),
        ...(outcome?.kind === 'refused' ? { drafts: outcome.drafts } : {}),
        ...(outcome?.kind === 'refused' && outcome.editing !== undefined ? { editing: outcome.editing } : {}),
      };
      const plain = query.plain !== undefined;
      return remember(await participantPage(state, headers, { plain, from: asFrom(query.from) }), device);
    },
  }),
  route({
    method: 'GET',
    path: '/j/:code/step',
    who: visitor,
    says: 'What a page whose script does not live asks to learn whether the room has gone on.',
    refusal: pageRefusal,
    answer: (scope) => ({
      status: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
      body: roomStep(snapshotFor(scope).view as ParticipantView),
    }),
  }),
  route({
    method: 'GET',
    path: '/j/:code/draft',
    who: visitor,
    says: 'What the room made, once it has ended.',
    refusal: pageRefusal,
    answer(scope, { params }, { headers }) {
      const { code } = scope.room;
      if (params.code !== code) return redirect(`/j/${code}/draft`);
      const view = publishedDraft(scope);
      if (view === undefined) return redirect(`/j/${code}`);
      return draftPage({ code, view, locale: localeOf(headers) }, headers);
    },
  }),
  route({
    method: 'POST',
    path: '/language',
    who: anybody,
    says: 'Chooses the reader’s language.',
    body: form,
    refusal: pageRefusal,
    answer(_scope, { body }) {
      const values = new URLSearchParams(body === 'too_large' ? [] : body.map(([name, value]) => [name, value]));
      const locale = asLocale(values.get('locale'));
      const back = values.get('back') ?? '/';
      // Only to our own pages: a redirect to anywhere would lend our name to others.
      const answer = redirect(/^\/(j\/[A-Za-z0-9]{1,16}(\/draft)?)?$/.test(back) ? back : '/');
      return locale === undefined ? answer : withCookie(answer, localeKept(locale));
    },
  }),
];

export function asFrom(typed: string | undefined): number | undefined {
  return typed !== undefined && /^\d{1,4}$/.test(typed) ? Number(typed) : undefined;
}

function flashOf(outcome: Outcome): Flash {
  return outcome.kind === 'counted' ? { kind: 'counted' } : { kind: 'refused', code: outcome.refused.code };
}

function itemToEdit(mine: Mine | undefined, id: string | undefined) {
  if (mine === undefined || id === undefined) return undefined;
  const item = Object.hasOwn(mine.ideas, id)
    ? mine.ideas[id]
    : Object.hasOwn(mine.actions, id)
      ? mine.actions[id]
      : undefined;
  return item === undefined ? undefined : { id, drafts: draftsOf(id, item) };
}
