// What one phone's page shows at a moment, on the server and in the browser alike.

import type { ActivityKind } from '../../../../server/engine/activities/kinds';
import type { Mine, ParticipantView } from '../../../../server/engine/views';
import type { ActivityId, GroupId, IdeaId, Locale, LocalText, PriorityId } from '../../../../server/engine/vocabulary';
import type { Lack } from '../../../../server/protocol/form-lack';
import type { RefusalCode, SimilarIdea } from '../../../../server/protocol/wire';
import type { Own } from './own';
import type { Params, Words } from './words';

/** The outcome of the form that was just posted, for phones without script. */
export type Flash =
  | { readonly kind: 'counted' }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly params?: Params };

/** Texts and choices not sent yet, by `<activity or item>.<field>`. */
export type Drafts = Readonly<Record<string, string>>;

/** What a page that holds one portion of the lines says of the others. */
export type Portion = {
  readonly activityId: ActivityId;
  readonly from: number;
  /** Somebody went to it; else it is where this person had got to. */
  readonly asked: boolean;
  readonly total: number;
  /** Lines outside of it that this person has judged. */
  readonly judged: number;
};

/** What travels inside the HTML for the script to take over from. */
export type PageState = {
  readonly locale: Locale;
  readonly code: string;
  /** Id of the next new thing this page sends; fresh for each page, so that a form sent twice counts once. */
  readonly nonce: string;
  readonly now: number;
  readonly rev: number;
  readonly view: ParticipantView;
  readonly mine?: Mine;
  readonly flash?: Flash;
  readonly drafts: Drafts;
  /** My idea or action that is open for editing. */
  readonly editing?: string;
  /** Of many lines to judge this page holds these alone. */
  readonly portion?: Portion;
};

export type Page = {
  readonly locale: Locale;
  readonly code: string;
  readonly nonce: string;
  readonly words: Words;
  readonly view: ParticipantView;
  readonly own: Own;
  /** The server's clock. */
  readonly now: number;
  readonly drafts: Drafts;
  readonly editing?: string;
  readonly portion?: Portion;
  readonly flash?: Flash;
  /** What the form just sent lacks. */
  readonly lack?: Lack;
  /** Ideas of others like the one being typed. */
  readonly similar: readonly SimilarIdea[];
  /** The idea that has just been supported instead of writing one. */
  readonly justSupported?: IdeaId;
  /** Options that came back into the vote before this person's eyes. */
  readonly returned?: readonly PriorityId[];
  /** No connection for longer than a blink. */
  readonly offline: boolean;
  /** This browser stores nothing, and something has not been answered yet. */
  readonly keepsNothing?: boolean;
  /** The server will not have this page at all. */
  readonly connectionRefusal?: RefusalCode;
  /** For the one polite live region. */
  readonly announcement: string;
};

/** Changes when the room goes on: another activity, opened, closed or shown. */
export function roomStep({ session, activity }: Pick<ParticipantView, 'session' | 'activity'>): string {
  return [session.phase, activity?.id, activity?.status, activity?.revealed].join(' ');
}

/** The kind of activity whose step is drawn for somebody of this group; none before one has joined or it has opened. */
export function kindDrawn(
  { session, activity }: Pick<ParticipantView, 'session' | 'activity'>,
  groupId: GroupId | undefined,
): ActivityKind | undefined {
  const isDrawn = groupId !== undefined && session.phase !== 'ended' && activity?.status !== 'waiting';
  return isDrawn ? activity?.kind : undefined;
}

/** Whether the page draws something of the part for answers: a step, or why a form was refused. */
export function drawsAnswers({ view, mine, flash }: Pick<PageState, 'view' | 'mine' | 'flash'>): boolean {
  return kindDrawn(view, mine?.groupId) !== undefined || flash?.kind === 'refused';
}

/** Changes when the page becomes another one. */
export function stepOf({ view, own }: Pick<Page, 'view' | 'own'>): string {
  return `${own.groupId === undefined} ${roomStep(view)}`;
}

export function localText(page: { readonly locale: Locale }, text: LocalText): string {
  return text[page.locale];
}

function isLocalText(value: object): value is LocalText {
  return 'ky' in value && 'ru' in value && 'en' in value;
}

/** The view with one language of each prepared text and without traces: the HTML must fit one round of TCP. */
export function slimView(view: ParticipantView, locale: Locale): ParticipantView {
  function slim(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(slim);
    if (typeof value !== 'object' || value === null) return value;
    if (isLocalText(value)) return { [locale]: value[locale] };
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'trace' && key !== 'original')
        .map(([key, inner]) => [key, slim(inner)]),
    );
  }
  return slim(view) as ParticipantView;
}

const DRAFT_FIELDS = ['text', 'lang', 'themeId', 'horizonId', 'goalId', 'what', 'who', 'byWhen', 'means', 'sign'];

/** A draft that was written, not chosen. */
export function isWritten(key: string): boolean {
  return /\.(text|what|who|byWhen|means|sign)$/.test(key);
}

/** An item's fields as drafts, so that the form opens with them. */
export function draftsOf(base: string, item: object): Drafts {
  const entries = Object.entries(item).filter(
    ([name, value]) => DRAFT_FIELDS.includes(name) && typeof value === 'string',
  );
  return Object.fromEntries(entries.map(([name, value]) => [`${base}.${name}`, value as string]));
}
