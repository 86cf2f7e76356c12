// What each audience sees. Plain JSON without nulls, so that a JSON Merge Patch (RFC 7396) can carry every change.
// Collections that change item by item are objects keyed by id, with `order` for their place.
import type { ActionFields, Choice } from './commands';
import type {
  ActionId,
  ActivityId,
  ActivityKind,
  AgreementLevel,
  GroupId,
  Horizon,
  HorizonId,
  IdeaId,
  LineId,
  Locale,
  LocalText,
  OwnText,
  PriorityId,
  StakeholderGroup,
  Theme,
  ThemeId,
} from './vocabulary';

export type Audience = 'participant' | 'facilitator' | 'screen';
export type ActivityStatus = 'waiting' | 'open' | 'closed';

/** A figure split by stakeholder group; a missing group is suppressed (small cell), never zero. */
export type ByGroup = Readonly<Record<GroupId, number>>;

/** How many took part. `joined` counts everyone who chose a group, `voted` those with a standing ballot, answer or judgement. */
export type Turnout = {
  readonly joined: number;
  readonly joinedByGroup: ByGroup;
  readonly voted: number;
  /** Facilitator only: whom to ask still. Says who took part, never what they chose, so no cell is hidden. */
  readonly votedByGroup?: ByGroup;
};

export type IdeaView = OwnText & {
  readonly order: number;
  readonly activityId: ActivityId;
  readonly themeId?: ThemeId;
  readonly horizonId?: HorizonId;
  /** How many others support it; missing when nobody does. Only ever a total. */
  readonly supporters?: number;
  /** Facilitator only: hidden ideas reach nobody else. */
  readonly hidden?: true;
};

export type PriorityView = {
  readonly order: number;
  readonly heading: OwnText;
  readonly themeId: ThemeId;
  readonly horizonId: HorizonId;
  readonly ideaIds: readonly IdeaId[];
  /** False while it is one idea standing alone, as it was written. */
  readonly merged: boolean;
  /** People who support any of its ideas and wrote none of them; missing when there are none. */
  readonly supporters?: number;
};

export type OptionView = {
  readonly id: PriorityId;
  readonly heading: OwnText;
  readonly themeId: ThemeId;
  readonly horizonId: HorizonId;
};

/** One option's result, only after reveal. */
export type DotsResult = {
  readonly dots: number;
  readonly supporters: number;
  readonly rank: number;
  readonly dotsByGroup: ByGroup;
};

export type ActionView = ActionFields & {
  readonly order: number;
  readonly goalId: PriorityId;
  readonly lang: Locale;
  readonly hidden?: true;
};

/** Histogram of levels 1–8 and the figures of methods A11, only after reveal. No mean: levels are ordinal. */
export type EndorsementResult = {
  readonly counts: readonly number[];
  /** Share (1–3) among those who did not abstain, in whole per cent; missing when nobody is left to count. */
  readonly supportPercent?: number;
  readonly given: number;
  readonly discuss: number;
  readonly against: number;
};

export type LineView = {
  readonly id: LineId;
  readonly kind: 'need' | 'goal' | 'step' | 'action';
  readonly order: number;
  readonly themeId: ThemeId;
  /** Action lines hang under their goal. */
  readonly goalLineId?: LineId;
  readonly text: OwnText;
  /** A person changed the wording; `original` is what was composed. */
  readonly original?: OwnText;
  readonly action?: ActionFields;
  readonly trace: Trace;
  readonly endorsement?: EndorsementResult;
};

/** From a line down to the people's own words and ballots. Votes are missing while that vote is not revealed. */
export type Trace = {
  readonly priorityId?: PriorityId;
  readonly actionId?: ActionId;
  readonly ideas: readonly OwnText[];
  /** People who support any of these ideas and wrote none of them; missing when there are none. */
  readonly supporters?: number;
  readonly votes?: {
    readonly activityId: ActivityId;
    readonly dots: number;
    readonly supporters: number;
    readonly ballots: number;
    readonly dotsByGroup: ByGroup;
  };
};

export type DraftGap = {
  readonly lineId: LineId;
  readonly gap: 'goal_without_action' | 'action_without_who' | 'action_without_date';
};

export type DraftView = {
  readonly lines: Readonly<Record<LineId, LineView>>;
  /** Facilitator only. */
  readonly gaps?: readonly DraftGap[];
};

type ActivityViewBase = {
  readonly id: ActivityId;
  readonly title: LocalText;
  readonly prompt: LocalText;
  readonly minutes: number;
  readonly status: ActivityStatus;
  readonly revealed: boolean;
  /** Place in the agenda, from 1. */
  readonly position: number;
  /** Screen and facilitator only, like every live count below: phones would be sent a patch at every tick for it. */
  readonly turnout?: Turnout;
};

/** Ideas are present for the facilitator always, for the screen after reveal, for participants never (they have `mine`). */
export type AskView = ActivityViewBase & {
  readonly kind: 'ask';
  readonly maxPerPerson: number;
  readonly ideaCount?: number;
};
export type CollectView = ActivityViewBase & {
  readonly kind: 'collect';
  readonly horizonIds: readonly HorizonId[];
  readonly maxPerPerson: number;
  readonly ideaCount?: number;
  /** Live even before reveal: how full each theme is, not what it says. */
  readonly ideaCountByTheme?: Readonly<Record<ThemeId, number>>;
};
export type GroupView = ActivityViewBase & { readonly kind: 'group'; readonly priorityCount?: number };
export type VoteView = ActivityViewBase & {
  readonly kind: 'vote';
  readonly method: 'dots';
  readonly budget: number;
  readonly cap: number;
  readonly goalsPerTheme: number;
  /** Fixed when the vote first opens; empty before. */
  readonly options: readonly OptionView[];
  readonly results?: Readonly<Record<PriorityId, DotsResult>>;
  readonly goals: readonly PriorityId[];
};
export type PlanView = ActivityViewBase & {
  readonly kind: 'plan';
  readonly maxPerPerson: number;
  readonly goals: readonly { readonly id: PriorityId; readonly text: OwnText; readonly themeId: ThemeId }[];
  readonly actionCount?: number;
};
export type EndorseView = ActivityViewBase & {
  readonly kind: 'endorse';
  /** Fixed when first opened. */
  readonly lines: readonly {
    readonly id: LineId;
    readonly kind: LineView['kind'];
    readonly text: OwnText;
    readonly themeId: ThemeId;
    readonly action?: ActionFields;
  }[];
  readonly results?: Readonly<Record<LineId, EndorsementResult>>;
};
export type ActivityView = AskView | CollectView | GroupView | VoteView | PlanView | EndorseView;

export type AgendaItem = {
  readonly id: ActivityId;
  readonly kind: ActivityKind;
  readonly title: LocalText;
  readonly minutes: number;
  readonly status: ActivityStatus;
  readonly revealed: boolean;
};

type ViewBase = {
  readonly session: {
    readonly id: string;
    readonly code: string;
    readonly title: LocalText;
    readonly phase: 'lobby' | 'live' | 'ended';
    readonly rehearsal: boolean;
    readonly activities: number;
  };
  readonly groups: readonly StakeholderGroup[];
  readonly themes: readonly Theme[];
  readonly horizons: readonly Horizon[];
  /** What the room is looking at; missing in the lobby. */
  readonly activity?: ActivityView;
  readonly timer?: { readonly endsAt: number };
};

export type ParticipantView = ViewBase & { readonly audience: 'participant'; readonly draft?: DraftView };
export type ScreenView = ViewBase & {
  readonly audience: 'screen';
  readonly joined: number;
  readonly joinedByGroup: ByGroup;
  readonly ideas: Readonly<Record<IdeaId, IdeaView>>;
  readonly priorities: Readonly<Record<PriorityId, PriorityView>>;
  readonly actions: Readonly<Record<ActionId, ActionView>>;
  readonly draft: DraftView;
};
export type FacilitatorView = ViewBase & {
  readonly audience: 'facilitator';
  readonly joined: number;
  readonly joinedByGroup: ByGroup;
  readonly agenda: readonly AgendaItem[];
  readonly ideas: Readonly<Record<IdeaId, IdeaView>>;
  readonly priorities: Readonly<Record<PriorityId, PriorityView>>;
  readonly actions: Readonly<Record<ActionId, ActionView>>;
  readonly draft: DraftView;
  /** The latest act of moderation that can be taken back. */
  readonly undo?: { readonly seq: number; readonly type: string };
};
export type View = ParticipantView | ScreenView | FacilitatorView;

/** One person's own things, sent to that person's devices only. */
export type Mine = {
  readonly groupId: GroupId;
  readonly ideas: Readonly<Record<IdeaId, OwnIdeaView>>;
  /** Ideas of others that this person supports, as long as they are not hidden. */
  readonly supports: Readonly<Record<IdeaId, SupportedIdeaView>>;
  readonly ballots: Readonly<Record<ActivityId, readonly Choice[]>>;
  readonly actions: Readonly<Record<ActionId, ActionView & { readonly activityId: ActivityId }>>;
  readonly endorsements: Readonly<Record<LineId, AgreementLevel>>;
};

export type SupportedIdeaView = OwnText & {
  readonly order: number;
  readonly activityId: ActivityId;
  readonly themeId?: ThemeId;
  readonly horizonId?: HorizonId;
};

export type OwnIdeaView = SupportedIdeaView & {
  readonly hidden?: true;
  /** Others support it, so its words and its place stay. */
  readonly supported?: true;
};
