// Every fact a session's log can hold. Facts carry all that folding needs; they are never changed or deleted.

import type { AllKinds, SomeKinds } from './activities/kinds';
import type { ActionDetails } from './commands';
import type {
  ActionId,
  ActionStatus,
  ActivityId,
  Actor,
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
  WorkshopDesign,
} from './vocabulary';

export type Fact<Type extends string, Data> = { readonly type: Type; readonly data: Data };

export type Event =
  | SomeKinds<'fact'>
  /** Always the first. `rehearsal` sessions are marked on every view and export; without `rules` it goes by the first. */
  | Fact<
      'SessionCreated',
      {
        sessionId: string;
        code: string;
        rehearsal: boolean;
        rules?: RulesEdition;
        design: WorkshopDesign;
        earlier?: EarlierVision;
      }
    >
  | Fact<'RehearsalDeclared', Record<string, never>>
  | Fact<'SessionStarted', Record<string, never>>
  | Fact<'SessionEnded', Record<string, never>>
  | Fact<'ParticipantJoined', { participantId: ParticipantId; groupId: GroupId }>
  | Fact<'AgendaMoved', { activityId: ActivityId }>
  /** With what kinds fix when they open. */
  | Fact<'ActivityOpened', { activityId: ActivityId } & AllKinds<'opening'>>
  | Fact<'ActivityClosed', { activityId: ActivityId }>
  | Fact<'ResultsRevealed', { activityId: ActivityId }>
  | Fact<'ResultsHidden', { activityId: ActivityId }>
  /** The server's clock was found `by` milliseconds from where it should have been. */
  | Fact<'ClockJumped', { by: number }>
  /** Milliseconds since 1970, so that every screen counts to the same moment. */
  | Fact<'TimerStarted', { endsAt: number }>
  | Fact<'TimerStopped', Record<string, never>>
  /** `strikes`: options that are out of their vote with it, since nothing else is behind them. */
  | Fact<'IdeaHidden', { ideaId: IdeaId; strikes?: readonly StruckOption[] }>
  | Fact<'IdeaUnhidden', { ideaId: IdeaId }>
  | Fact<'IdeaMoved', { ideaId: IdeaId; themeId: ThemeId; horizonId: HorizonId }>
  /** And of the option that it is by itself. */
  | Fact<'IdeaLanguageSet', { ideaId: IdeaId; lang: Locale }>
  | Fact<'IdeasMerged', { priorityId: PriorityId; ideaIds: readonly IdeaId[]; heading: OwnText }>
  | Fact<'IdeaGrouped', { ideaId: IdeaId; priorityId: PriorityId | null }>
  | Fact<'PriorityRenamed', { priorityId: PriorityId; heading: OwnText }>
  | Fact<'ActionHidden', { actionId: ActionId }>
  | Fact<'ActionUnhidden', { actionId: ActionId }>
  /** `composed`: the wording that was composed at that moment, so that a later one is noticed. Logs before 2026-11 have none. */
  | Fact<'LineEdited', { lineId: LineId; text: string; lang: Locale; composed?: OwnText; details?: ActionDetails }>
  /** `of` is the wording it translates: once that has changed, the translation is out of date. */
  | Fact<'LineTranslated', { lineId: LineId; text: string; lang: Locale; of: string }>
  | Fact<'LineRelated', { lineId: LineId } & LineRelations>
  | Fact<
      'LineAdded',
      {
        lineId: LineId;
        kind: LineKind;
        themeId: ThemeId;
        goalLineId?: LineId;
        from?: LineId;
        text: string;
        lang: Locale;
      }
    >
  | Fact<'LineJoined', { lineId: LineId; into: LineId | null }>
  | Fact<'LineDropped', { lineId: LineId; dropped: boolean }>
  | Fact<'LinesOrdered', { lineIds: readonly LineId[] }>
  | Fact<'LineLit', { lineId: LineId | null }>
  /** Of an action of the earlier vision. */
  | Fact<'ActionReported', { lineId: LineId; status: ActionStatus }>
  /**
   * Gives back what the act of the fact `undoneSeq` had changed of ideas, priorities, actions and lines. Whatever else it
   * changed is given back by the facts of the same command that follow.
   */
  | Fact<'ModerationUndone', { undoneSeq: number }>
  /** The act of that fact, which had been taken back, stands again. */
  | Fact<'ModerationRedone', { redoneSeq: number }>;

export type EventType = Event['type'];

/** What people had before them when they judged a line, or a theme by its goals. */
export type JudgedWording = {
  readonly text: OwnText;
  readonly translations?: Readonly<Partial<Record<Locale, string>>>;
  readonly details?: ActionDetails;
  readonly goals?: readonly { readonly id: LineId; readonly text: OwnText }[];
};
export type StruckOption = { readonly activityId: ActivityId; readonly option: PriorityId };

/** What can be voted on, frozen when the vote opens: heading, members and place as they were then. */
export type VoteOption = {
  readonly id: PriorityId;
  readonly themeId: ThemeId;
  readonly horizonId: HorizonId;
  readonly heading: OwnText;
  readonly ideaIds: readonly IdeaId[];
};

/** An event with its place in the log. `at` is for people: it decides nothing. */
export type RecordedEvent = Event & {
  readonly seq: number;
  /** Milliseconds since 1970 on the server's clock. */
  readonly at: number;
  readonly actor: Actor;
  readonly commandId: string;
};
