// What a session's log folds into. Immutable: every fact makes a new state that shares what it did not touch.

import type { AllKinds } from './activities/kinds';
import type { ActionDetails, ActionFields } from './commands';
import type { Event, EventType } from './events';
import { PersistentMap } from './persistent-map';
import type {
  ActionId,
  ActionStatus,
  ActivityDesign,
  ActivityId,
  ActivityStatus,
  EarlierVision,
  GroupId,
  HorizonId,
  IdeaId,
  LineId,
  LineKind,
  LineRelations,
  Locale,
  OwnText,
  ParticipantId,
  PriorityId,
  RulesEdition,
  ThemeId,
  VoteSettings,
  WorkshopDesign,
} from './vocabulary';
import { FIRST_RULES } from './vocabulary';

export type Participant = {
  readonly groupId: GroupId;
  readonly ideaIds: readonly IdeaId[];
  readonly actionIds: readonly ActionId[];
  /** Ideas of others. */
  readonly supportIds: readonly IdeaId[];
};

export type Idea = OwnText & {
  readonly id: IdeaId;
  readonly activityId: ActivityId;
  /** Null once its author has withdrawn it while others support it. */
  readonly authorId: ParticipantId | null;
  /** Never the author. In the order in which they came. */
  readonly supporterIds: readonly ParticipantId[];
  /** The seq of the fact that brought it: creation order. */
  readonly order: number;
  readonly themeId?: ThemeId | undefined;
  readonly horizonId?: HorizonId | undefined;
  readonly hidden: boolean;
  /** The merged priority it belongs to; null while it stands alone. */
  readonly priorityId: PriorityId | null;
  /** What it read before its author reworded it while it was hidden: that was hidden too. */
  readonly hiddenWords?: readonly string[];
};

/** A merged priority. Its members are the ideas that name it. */
export type Priority = {
  readonly id: PriorityId;
  readonly order: number;
  readonly heading: OwnText;
  readonly themeId: ThemeId;
  readonly horizonId: HorizonId;
  /** Every idea that was ever put into it: the heading may be in the words of one that has left. */
  readonly had: readonly IdeaId[];
};

export type Action = ActionFields & {
  readonly id: ActionId;
  readonly activityId: ActivityId;
  readonly authorId: ParticipantId;
  readonly order: number;
  readonly goalId: PriorityId;
  readonly lang: Locale;
  readonly hidden: boolean;
};

/** When something was decided at the desk, in milliseconds since 1970, and by whom, if they gave a name. */
export type Recorded = { readonly at: number; readonly by?: string };

export type ActivityState = {
  readonly status: ActivityStatus;
  readonly revealed: boolean;
  /** Standing items per person: ideas, supports, actions, judged lines; 1 for a ballot. Absent rather than 0. */
  readonly items: PersistentMap<number>;
  /** How many people of each group have at least one item. */
  readonly takers: Readonly<Record<GroupId, number>>;
} & AllKinds<'state'>;

/** When the words of a line last changed, in milliseconds since 1970, by which fact, and by whom. */
export type WordingChange = {
  readonly at: number;
  readonly seq: number;
  /** At the desk, if they gave a name. */
  readonly by?: string;
  /** It was the person who had proposed the action. */
  readonly author?: true;
};

/** What was made of one line of the draft at the desk; the rest of it is composed. */
export type LineWork = {
  /** Seq of the last change of its words or relations; 0 before any. */
  readonly version: number;
  /** When that was, in milliseconds since 1970, and by whom, if they gave a name. */
  readonly at?: number;
  readonly by?: string;
  /** `composed` is what was composed when it was edited. */
  readonly wording?: OwnText & { readonly composed?: OwnText };
  readonly details?: ActionDetails;
  /** `of` is the wording it translates. */
  readonly translations?: Readonly<Partial<Record<Locale, { readonly text: string; readonly of: string }>>>;
  readonly relations?: LineRelations;
  /** A line of the desk's own. */
  readonly added?: OwnText & {
    readonly kind: LineKind;
    readonly themeId: ThemeId;
    readonly goalLineId?: LineId;
    readonly from?: LineId;
  };
  /** Actions of the earlier vision only. */
  readonly status?: ActionStatus;
  readonly joinedInto?: LineId;
  readonly dropped?: true;
  /** Among the lines of its kind under its heading, once somebody has ordered them. */
  readonly place?: number;
};

/** What the room does, as far as it is steered. */
export type Situation = {
  readonly current: ActivityId | null;
  /** Of the timer. */
  readonly endsAt: number | null;
  readonly activities: Readonly<Record<ActivityId, Pick<ActivityState, 'status' | 'revealed'>>>;
};

/** What an act changed, as it was before. `null`: did not exist. */
export type Taken = {
  readonly ideas?: Readonly<Record<IdeaId, IdeaBefore>>;
  readonly priorities?: Readonly<Record<PriorityId, Priority | null>>;
  readonly actions?: Readonly<Record<ActionId, Pick<Action, 'hidden'>>>;
  readonly lines?: Readonly<Record<LineId, LineWork | null>>;
  /** Of votes: whether an option was struck. */
  readonly options?: Readonly<Record<ActivityId, Readonly<Record<PriorityId, boolean>>>>;
  readonly goals?: Extract<Event, { readonly type: 'GoalsChosen' }>['data'];
  readonly settings?: { readonly activityId: ActivityId; readonly settings: VoteSettings };
  readonly light?: { readonly lineId: LineId | null };
  readonly step?: Situation;
};

export type IdeaBefore = Pick<Idea, 'hidden' | 'themeId' | 'horizonId' | 'priorityId'> & {
  /** If that was changed. `left`: as the desk left it; what its author has written since stays. */
  readonly language?: { readonly was: Locale; readonly left: OwnText };
};

/** One press at a desk that can be taken back, or done again. */
export type Act = {
  /** Of the fact that names it. */
  readonly seq: number;
  /** Seq at which it was last done or taken back: what came later may rest on it. */
  readonly doneAt: number;
  readonly type: EventType;
  readonly commandId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly desk?: string;
  /** Of the press whose commands are this one act. */
  readonly press?: string;
  /** How many more things than the one named it changed alike: five ideas hidden by one press are one and four more. */
  readonly more?: number;
  readonly by?: string;
  /** What it was about, in the words of then; of a line, its id; of the agenda, the activity. */
  readonly words?: OwnText;
  readonly lineId?: LineId;
  readonly activityId?: ActivityId;
  readonly was: Taken;
};

export type SessionState = {
  /** Seq of the last fact folded in; 0 before the first. */
  readonly seq: number;
  readonly sessionId: string;
  readonly code: string;
  readonly rehearsal: boolean;
  /** The edition of the rules it goes by. */
  readonly rules: RulesEdition;
  readonly design: WorkshopDesign;
  /** The vision it goes on from. */
  readonly earlier: EarlierVision | null;
  readonly phase: 'lobby' | 'live' | 'ended';
  readonly participants: PersistentMap<Participant>;
  readonly joinedByGroup: Readonly<Record<GroupId, number>>;
  readonly current: ActivityId | null;
  readonly activities: Readonly<Record<ActivityId, ActivityState>>;
  readonly ideas: PersistentMap<Idea>;
  readonly priorities: PersistentMap<Priority>;
  readonly actions: PersistentMap<Action>;
  /** Nobody has them any more, and they are in no view: kept to know whether the words they left elsewhere were hidden. */
  readonly withdrawn: { readonly ideas: PersistentMap<Idea>; readonly actions: PersistentMap<Action> };
  readonly lineWork: Readonly<Record<LineId, LineWork>>;
  /** Of lines and of themes as a whole, since something was first voted on or judged. */
  readonly wordingChanges: Readonly<Record<LineId, WordingChange>>;
  /** How often the draft was changed after the end. */
  readonly tidied: number;
  /** The line the room talks about. */
  readonly litLineId: LineId | null;
  readonly timer: { readonly endsAt: number } | null;
  /** What can be taken back, the latest last. */
  readonly acts: readonly Act[];
  /** What was taken back and can be done again. */
  readonly undone: readonly Act[];
  /** The command that takes an act back, or does it again: its facts are no acts of their own. */
  readonly takingBack: string | null;
  /** When the last fact was recorded, in milliseconds since 1970. */
  readonly at: number;
  /** The latest jump of the clock: when it was noticed, and how far. */
  readonly clockJump: { readonly at: number; readonly by: number } | null;
  /** Hidden words stay in goals and headings, as drafts were sealed before 2026-12: only to check such an archive. */
  readonly wordsStay?: true;
  /** By subject (subjects.ts): the seq of the fact that changed it last. */
  readonly changedAt: PersistentMap<number>;
};

const NO_TEXT = { ky: '', ru: '', en: '' };

export const initialState: SessionState = {
  seq: 0,
  sessionId: '',
  code: '',
  rehearsal: false,
  rules: FIRST_RULES,
  design: { title: NO_TEXT, groups: [], themes: [], horizons: [], agenda: [], smallestCell: 5 },
  earlier: null,
  phase: 'lobby',
  participants: PersistentMap.empty(),
  joinedByGroup: {},
  current: null,
  activities: {},
  ideas: PersistentMap.empty(),
  priorities: PersistentMap.empty(),
  actions: PersistentMap.empty(),
  withdrawn: { ideas: PersistentMap.empty(), actions: PersistentMap.empty() },
  lineWork: {},
  wordingChanges: {},
  tidied: 0,
  litLineId: null,
  timer: null,
  acts: [],
  undone: [],
  takingBack: null,
  at: 0,
  clockJump: null,
  changedAt: PersistentMap.empty(),
};

export function findActivity(state: SessionState, id: ActivityId): ActivityDesign | undefined {
  return state.design.agenda.find((activity) => activity.id === id);
}

/** The state of an activity that is on the agenda. */
export function activityState(state: SessionState, id: ActivityId): ActivityState {
  const activity = state.activities[id];
  if (activity === undefined) throw new RangeError(`no activity ${id} on the agenda`);
  return activity;
}

/** Everybody who ever did anything has a group. */
export function groupsOf(state: SessionState): (participantId: ParticipantId) => GroupId {
  return (participantId) => state.participants.get(participantId)?.groupId ?? '';
}

export function withActivity(state: SessionState, id: ActivityId, change: Partial<ActivityState>): SessionState {
  return { ...state, activities: { ...state.activities, [id]: { ...activityState(state, id), ...change } } };
}

/** Adds `delta` standing items of one person to an activity and keeps the count of people per group true. */
export function withItems(
  state: SessionState,
  id: ActivityId,
  participantId: ParticipantId,
  delta: number,
): SessionState {
  const activity = activityState(state, id);
  const before = activity.items.get(participantId) ?? 0;
  const after = Math.max(0, before + delta);
  const items = after === 0 ? activity.items.delete(participantId) : activity.items.set(participantId, after);
  const step = Math.sign(after) - Math.sign(before);
  if (step === 0) return withActivity(state, id, { items });
  const groupId = state.participants.get(participantId)?.groupId ?? '';
  const takers = { ...activity.takers, [groupId]: (activity.takers[groupId] ?? 0) + step };
  return withActivity(state, id, { items, takers });
}
