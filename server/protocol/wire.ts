// The socket contract, imported by both ends and by the tests. docs/protocol/ explains it to strangers.
import type { Command } from '../engine/commands';
import type { JsonObject } from '../engine/patch';
import type { RejectionCode } from '../engine/rejection';
import type { SimilarKind } from '../engine/text/similarity-index';
import type { Audience, Mine, View } from '../engine/views';
import type { ActivityId, HorizonId, IdeaId, OwnText, PriorityId, ThemeId } from '../engine/vocabulary';

/** Raised when an old client could misread a new server. Unknown versions are refused at the handshake. */
export const PROTOCOL_VERSION = 1;

/** Refusals that come from the way in rather than from the rules. */
export const TRANSPORT_REFUSALS = [
  /** Not a command we know, or a field is missing, extra or of the wrong kind. */
  'malformed',
  'too_large',
  /** No token, or one that does not fit this session and role. */
  'unauthorised',
  /** A form that came back without the cookie its page had set: this browser keeps none. */
  'no_cookies',
  'unknown_session',
  'protocol_unknown',
  /** Too many commands from one device; send again after `retryAfterMs`. */
  'rate_limited',
  /** The log cannot be written at the moment; nothing was counted, send again after `retryAfterMs`. */
  'retry',
  'storage_full',
  /** The server is stopping; send again after reconnecting. */
  'stopping',
  /** The server failed in a way it did not expect; nothing was counted. */
  'internal',
] as const;

export type RefusalCode = RejectionCode | (typeof TRANSPORT_REFUSALS)[number];

/** Refusals after which the same command should be sent again; every other refusal is final. */
export const TEMPORARY_REFUSALS: readonly RefusalCode[] = [
  'rate_limited',
  'retry',
  'storage_full',
  'stopping',
  'internal',
];

/**
 * What a facilitator's command says beside the wish itself; a participant's is dropped. `by`: a name, kept beside the
 * facts. `desk`: which console it is, 8–64 characters of A–Z a–z 0–9 _ -, random, the same while its page is open.
 * `press`: as an id, the same in all commands that one press of a button sends: they are one act to take back.
 * `seen`: the place in the log that the view in front of the facilitator was made from, or the `seq` of an own ack when
 * that is later.
 */
export type DeskParts = {
  readonly by?: string | undefined;
  readonly desk?: string | undefined;
  readonly press?: string | undefined;
  readonly seen?: number | undefined;
};

/** `id`: 16–64 characters of A–Z a–z 0–9 _ -, random, made by the client, the same at every resend. */
export type CommandMessage = { readonly id: string } & DeskParts & Command;

export type Counted = {
  readonly ok: true /** Place of the command's last fact in the log; of the log's end when nothing changed. */;
  readonly seq: number;
  readonly repeated?: true;
};
export type Refused = {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly retryAfterMs?: number;
};
export type Ack = Counted | Refused;

/** The whole view of one audience. `rev` is the seq it was made from, `now` the server's clock in ms since 1970. */
export type Snapshot = { readonly rev: number; readonly view: View; readonly mine?: Mine; readonly now: number };
/** Applies only to a view whose rev is `base`; anything else is a gap: ask for `sync`. `patch` is a JSON Merge Patch. */
export type PatchMessage = { readonly base: number; readonly rev: number; readonly patch: JsonObject };
/**
 * To clients whose handshake names a `rev`, instead of what would be large: where the view stands. Whoever has another rev
 * fetches `GET …/view?since=REV` at a moment of its own within `spreadMs`. `mine` after connecting and `sync` only.
 */
export type Current = { readonly rev: number; readonly now: number; readonly mine?: Mine; readonly spreadMs: number };
/** `hash`: see view-hash.ts; a client whose view hashes otherwise at this rev asks for `sync`. */
export type Heartbeat = { readonly rev: number; readonly hash: string; readonly now: number };
/** Who is connected now, for facilitator and screen. Never stored. */
export type Presence = { readonly connected: number; readonly connectedByGroup: Readonly<Record<string, number>> };

/** What is being typed, and where it would stand as far as that is chosen. */
export type SimilarQuestion = {
  readonly activityId: ActivityId;
  readonly text: string;
  readonly themeId?: ThemeId | undefined;
  readonly horizonId?: HorizonId | undefined;
};
/** `opposite` shares the words and may say the reverse: to be shown as a question, never offered for support. */
export type SimilarIdea = OwnText & { readonly ideaId: IdeaId; readonly kind: SimilarKind };
/** Two at most, best first: ideas of others that stand, without their authors. */
export type SimilarIdeas = { readonly ok: true; readonly ideas: readonly SimilarIdea[] };

/** Ideas that may be one: people look at them together and decide. */
export type SuggestedGroup = {
  readonly ideaIds: readonly IdeaId[];
  /** A merged priority that some of them are in already; the others may join it. */
  readonly priorityId?: PriorityId;
  readonly kind: Exclude<SimilarKind, 'opposite'>;
};
export type SuggestedGroups = { readonly ok: true; readonly groups: readonly SuggestedGroup[] };

export type ServerToClient = {
  snapshot: (snapshot: Snapshot) => void;
  current: (message: Current) => void;
  patch: (message: PatchMessage) => void;
  mine: (message: { readonly rev: number; readonly mine: Mine }) => void;
  heartbeat: (heartbeat: Heartbeat) => void;
  presence: (presence: Presence) => void;
};

export type ClientToServer = {
  command: (message: CommandMessage, ack: (answer: Ack) => void) => void;
  sync: (message: Record<string, never>, ack: (answer: Snapshot | Current | Refused) => void) => void;
  /** Participants only, while the activity is open. Reads, and leaves no trace. */
  similar: (question: SimilarQuestion, ack: (answer: SimilarIdeas | Refused) => void) => void;
};

/** `auth` of the socket.io handshake. Browsers leave `token` out: their cookie carries it. */
export type Handshake = {
  readonly protocol: number;
  readonly code: string;
  readonly role: Audience;
  readonly token?: string;
  /** Of the view it has, 0 without one: it then gets no view it has, and fetches what is large. */
  readonly rev?: number;
};
