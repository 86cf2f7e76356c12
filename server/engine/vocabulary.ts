// The words of the product as types: what a workshop is made of. No behaviour here.
import type { SomeKinds } from './activities/kinds';

export const LOCALES = ['ky', 'ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text the organisers prepared, in every language of the workshop. */
export type LocalText = Readonly<Record<Locale, string>>;

/** A text a person wrote, with the language it was written in. Never translated by machine. */
export type OwnText = { readonly text: string; readonly lang: Locale };

export type ParticipantId = string;
export type ActivityId = string;
export type GroupId = string;
export type ThemeId = string;
export type HorizonId = 'today' | 'tomorrow' | '2030';
export type IdeaId = string;
export type PriorityId = string;
export type ActionId = string;
/** `need:<priority>`, `goal:<priority>`, `step:<priority>`, `action:<action>`, or `own:<id>` for one written at the desk. */
export type LineId = string;
export const LINE_KINDS = ['need', 'goal', 'step', 'action'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** What a line of the draft has to do with beyond its place. */
export type LineRelations = {
  /** Actions only: further goals that this action serves. */
  readonly goalLineIds: readonly LineId[];
  /** Lines to be read with this one, of any theme. */
  readonly seeAlso: readonly LineId[];
  /** National programmes and state bodies that the line depends on, as people name them. */
  readonly dependsOn: readonly OwnText[];
};

/** What the room judges: every goal and action, the goals alone, or each theme as a whole. */
export const JUDGED = ['lines', 'goals', 'themes'] as const;
export type Judged = (typeof JUDGED)[number];

/** What became of an action since it was planned. */
export const ACTION_STATUSES = ['not_started', 'under_way', 'done', 'dropped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** A goal or an action of an earlier vision, as it read when the next session was made. */
export type EarlierLine = {
  /** `earlier:` and its place among the lines. */
  readonly id: LineId;
  readonly kind: 'goal' | 'action';
  readonly themeId: ThemeId;
  /** Actions only: the goal they hang under. */
  readonly goalLineId?: LineId;
  readonly text: OwnText;
  readonly translations?: Readonly<Partial<Record<Locale, string>>>;
  readonly who?: string;
  readonly byWhen?: string;
  readonly means?: string;
  readonly sign?: string;
};
/** The vision that a session goes on from. It stands in the first fact of the log, so that the log needs no other. */
export type EarlierVision = {
  readonly code: string;
  /** Of the log it was made from. */
  readonly closingHash: string;
  /** When that session was made, in milliseconds since 1970. */
  readonly date: number;
  readonly title: LocalText;
  readonly lines: readonly EarlierLine[];
};

/** Gradients of agreement, 1 whole-hearted … 8 veto (Kaner, Facilitator's Guide, 3rd ed. 2014). Ordinal: never averaged. */
export const AGREEMENT_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type AgreementLevel = (typeof AGREEMENT_LEVELS)[number];

export type StakeholderGroup = { readonly id: GroupId; readonly name: LocalText };
export type Theme = { readonly id: ThemeId; readonly name: LocalText };
export type Horizon = { readonly id: HorizonId; readonly name: LocalText };

export type ActivityBase = {
  readonly id: ActivityId;
  readonly title: LocalText;
  /** What the room is asked, in one or two sentences. */
  readonly prompt: LocalText;
  /** Suggested length; the facilitator's timer starts from it. */
  readonly minutes: number;
};

export type CriterionId = string;
export type Criterion = { readonly id: CriterionId; readonly name: LocalText };

/** The ballot of a vote and its limits. */
export type VoteMethod =
  /** `budget` dots a person, at most `cap` on one option. */
  | { readonly name: 'dots'; readonly budget: number; readonly cap: number }
  /** At most `max` options a person could stand behind. */
  | { readonly name: 'approval'; readonly max: number }
  /** A point from 1 to `scale` per option and criterion; the first criterion orders. */
  | { readonly name: 'score'; readonly criteria: readonly Criterion[]; readonly scale: 5 }
  /** The best `top` options in order, equals allowed. */
  | { readonly name: 'ranking'; readonly top: number }
  /** Agree, disagree or pass on each option. */
  | { readonly name: 'agreement' };
export type VoteMethodName = VoteMethod['name'];

/** How ballots become a selection, and which of them each ballot allows; the first is the usual one. */
export const RULES_OF_METHOD = {
  dots: ['most_supported', 'fair_share'],
  approval: ['most_supported', 'fair_share'],
  score: ['median'],
  ranking: ['borda', 'schulze'],
  agreement: ['consensus'],
} as const satisfies Readonly<Record<VoteMethodName, readonly string[]>>;
export const VOTE_RULES = ['most_supported', 'fair_share', 'borda', 'schulze', 'consensus', 'median'] as const;
export type VoteRule = (typeof VOTE_RULES)[number];

/** `person`: everybody counts the same. `group`: every group that voted counts the same. */
export const VOTE_WEIGHTS = ['person', 'group'] as const;
export type VoteWeights = (typeof VOTE_WEIGHTS)[number];

/** What `places` counts: over all options together, or of each theme by itself. */
export const VOTE_PER = ['all', 'theme'] as const;
export type VotePer = (typeof VOTE_PER)[number];

/** Everything that decides an outcome besides the ballots. Shown to everybody before the vote opens. */
export type VoteSettings = {
  readonly method: VoteMethod;
  readonly rule: VoteRule;
  /** k: how many options are selected, in all or of each theme. What nobody is for is never selected: its place stays empty. */
  readonly places: number;
  /** Missing: in all. */
  readonly per?: VotePer | undefined;
  readonly weights: VoteWeights;
};

export type ActivityDesign = SomeKinds<'design'>;
export type ActivityStatus = 'waiting' | 'open' | 'closed';

/** Who stands behind the workshop: named, with their sign, on the title page of what leaves it. */
export type Organisation = {
  readonly role: 'organiser' | 'funder';
  readonly name: LocalText;
  /** `data:image/png;base64,…` or `…/jpeg`. */
  readonly logo?: string;
};

/**
 * Which edition of the rules a session goes by. It is fixed in the first fact, so that a log declares and publishes for ever what
 * it did when it was made: where a rule changes an outcome, the engine keeps what the earlier edition said. 1: without a number.
 */
export const RULES_EDITIONS = [1, 2] as const;
export type RulesEdition = (typeof RULES_EDITIONS)[number];
/** Of a log whose first fact names none. */
export const FIRST_RULES: RulesEdition = 1;
/** Of sessions made today. */
export const RULES_TODAY: RulesEdition = 2;

/** The organiser's reusable design. A session carries its own frozen copy in the first event of its log. */
export type WorkshopDesign = {
  readonly title: LocalText;
  readonly groups: readonly StakeholderGroup[];
  readonly themes: readonly Theme[];
  readonly horizons: readonly Horizon[];
  readonly agenda: readonly ActivityDesign[];
  /** k_min of methods A14: no split is shown for fewer respondents than this. */
  readonly smallestCell: number;
  /** Of the place it is held in, by its name in the IANA list; `time-zone.ts` has what stands for a missing one. */
  readonly timeZone?: string;
  readonly organisations?: readonly Organisation[];
};

/** Who sends a command. `system` is the server itself (creating the session). */
export type Actor =
  | { readonly role: 'participant'; readonly id: ParticipantId }
  /**
   * `name`: as whoever sits at the desk calls themselves, if they do. `desk`: which of several consoles it was, a random
   * word of its own; logs before 2026-12 have none. `press`: shared by the commands that one press of a button sends.
   */
  | { readonly role: 'facilitator'; readonly name?: string; readonly desk?: string; readonly press?: string }
  | { readonly role: 'system' };
