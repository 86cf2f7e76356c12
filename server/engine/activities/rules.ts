// What an activity kind must bring. Each kind's room implements it in its rules.ts; registry.ts lists them.
import type { Command, ParticipantCommand } from '../commands';
import type { Event, RecordedEvent } from '../events';
import type { Rejection } from '../rejection';
import type { KindSchema } from '../schema/kind-schema';
import type { ActivityState, SessionState } from '../state';
import type { Subject } from '../subject';
import type { ActivityViewBase, Audience, Traits } from '../views';
import type { ActivityId, GroupId, Judged, LocalText, ParticipantId } from '../vocabulary';
import type { Present } from '../voting/publishing/present';
import type { ActivityKind, AllKinds, Kinds } from './kinds';
import type { Practice } from './practice';

/** The commands that name the activity they are for. `participant.join` and those about one's own things are elsewhere. */
export type ActivityCommand = Extract<ParticipantCommand, { readonly activityId: ActivityId }>;

export type Decision = readonly Event[] | Rejection;

export type Recorded<Type extends Event['type']> = Extract<RecordedEvent, { readonly type: Type }>;

export type Opened = Recorded<'ActivityOpened'>['data'];

/** What is fixed when an activity opens. */
export type Frozen = AllKinds<'opening'>;

export type FactRules<Type extends Event['type']> = {
  /** A fact about something unknown leaves the state as it was. */
  fold(state: SessionState, fact: Recorded<Type>): SessionState;
  /** The people whose own things it changes. `before`: the state it is about to be folded into. */
  owners(before: SessionState, data: Recorded<Type>['data']): readonly ParticipantId[];
  /** What it changes that a wish may be about: one made of something older is found out by it. */
  subjects(data: Recorded<Type>['data']): readonly Subject[];
  /** Which wish may have led to it, said as its sender would have said it in the session as it was `before`; none: no wish does. */
  wishes(before: SessionState, data: Recorded<Type>['data']): readonly Command[];
};

export type RulesOfFacts<Fact extends { readonly type: Event['type'] }> = {
  readonly [Type in Fact['type']]: FactRules<Type>;
};

/** Of what a step came to: in the words of the design, or a figure of the whole room. */
export type ExportedRow = { readonly label: LocalText; readonly value: number | string };

export type ActivityRules<Kind extends ActivityKind = ActivityKind> = {
  readonly traits: Traits;
  /** What its design, commands and facts look like when they come from outside. */
  readonly schema: KindSchema<Kind>;
  /** Judges a command of somebody who has joined, while the activity is open. */
  decide(
    state: SessionState,
    design: Kinds[Kind]['design'],
    participantId: ParticipantId,
    command: ActivityCommand,
  ): Decision;
  /** The facts that only this kind brings; ideas are shared by those that take them. */
  readonly facts: RulesOfFacts<Extract<Event, Kinds[Kind]['fact']>>;
  /** What people judge, fixed when the activity opens: taken anew as long as nobody has answered, later where words changed. */
  freeze?(state: SessionState, design: Kinds[Kind]['design'], judge?: Judged): Frozen | Rejection | undefined;
  /** Opened with this there would be nothing to answer. */
  isNothing?(frozen: Frozen, activity: ActivityState): boolean;
  /** What follows an opening in the same act. */
  alongside?(frozen: Frozen, activity: ActivityState, activityId: ActivityId): readonly Event[];
  /** What is declared together with a reveal. */
  declare?(state: SessionState, design: Kinds[Kind]['design']): readonly Event[];
  /** Folds its part of an opening; `state` has it open. */
  opened?(state: SessionState, design: Kinds[Kind]['design'], opened: Opened): SessionState;
  /** Whose own things an opening changes. */
  ownersOfOpening?(before: SessionState, opened: Opened): readonly ParticipantId[];
  /** Folds its part of a close. */
  closed?(activity: ActivityState, present: Present): Partial<ActivityState>;
  /** Folds its part of a reveal. */
  revealed?(
    state: SessionState,
    design: Kinds[Kind]['design'],
    fact: Pick<RecordedEvent, 'seq' | 'at'>,
  ): Partial<ActivityState>;
  /** Without what its opening has fixed: it waits again. */
  unopened?(activity: ActivityState): ActivityState;
  /** Who took part, of the moment that is shown; undefined while nothing is. */
  published?(state: SessionState, activity: ActivityState): PublishedTurnout | undefined;
  /** Phones of a revealed one are told of how many people its figures are. */
  readonly countedOnPhones?: true;
  /** As long as nobody touches the activity the desk is shown the view that was made of it: results are dear to make. */
  keepsView?(activity: ActivityState): boolean;
  /** One person's own things of this kind, from all activities. */
  mine?(state: SessionState, participantId: ParticipantId): Kinds[Kind]['mine'];
  /** The part of the view that only this kind has. `audience` decides what is stripped. */
  view(
    state: SessionState,
    design: Kinds[Kind]['design'],
    activity: ActivityState,
    audience: Audience,
  ): Omit<Kinds[Kind]['view'], Exclude<keyof ActivityViewBase, 'kind'>>;
  /** What papers and open data say of it once it is revealed, for a kind that no other part of an export tells of. */
  exported?(state: SessionState, design: Kinds[Kind]['design']): readonly ExportedRow[];
  readonly practice: Practice<Kind>;
};

export type PublishedTurnout = {
  readonly people: Readonly<Record<GroupId, number>>;
  readonly present?: Present | undefined;
};
