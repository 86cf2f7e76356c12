// Every fact a session's log can hold. Facts carry all that folding needs; they are never changed or deleted.

import type { ActionDetails, ActionFields, Ballot } from './commands';
import type {
  ActionId,
  ActionStatus,
  ActivityId,
  Actor,
  AgreementLevel,
  EarlierVision,
  GroupId,
  HorizonId,
  IdeaId,
  Judged,
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
import type { Outcome } from './voting/selecting/declared';

type Fact<Type extends string, Data> = { readonly type: Type; readonly data: Data };

export type Event =
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
  /**
   * `options` (vote) and `lines` (endorse) are fixed here, so that what people judge cannot shift under them. Without them
   * what was fixed before stands. `judge`: of which kind the lines are; logs before 2026-12 do not say it. `wordings` are the
   * words of the lines that are judged from here on: of all `lines`, or of those that read otherwise or are new. Logs before
   * 2026-12 have none: there they follow from the facts before.
   */
  | Fact<
      'ActivityOpened',
      {
        activityId: ActivityId;
        options?: readonly VoteOption[];
        lines?: readonly LineId[];
        judge?: Judged;
        wordings?: Readonly<Record<LineId, JudgedWording>>;
      }
    >
  | Fact<'ActivityClosed', { activityId: ActivityId }>
  | Fact<'ResultsRevealed', { activityId: ActivityId }>
  | Fact<'ResultsHidden', { activityId: ActivityId }>
  /** With every reveal of a vote whose outcome differs from the one declared before, and when its settings change later. */
  | Fact<'OutcomeDeclared', { activityId: ActivityId } & Outcome>
  /** The server's clock was found `by` milliseconds from where it should have been. */
  | Fact<'ClockJumped', { by: number }>
  /** Milliseconds since 1970, so that every screen counts to the same moment. */
  | Fact<'TimerStarted', { endsAt: number }>
  | Fact<'TimerStopped', Record<string, never>>
  | Fact<
      'IdeaSubmitted',
      {
        participantId: ParticipantId;
        activityId: ActivityId;
        ideaId: IdeaId;
        text: string;
        lang: Locale;
        themeId?: ThemeId;
        horizonId?: HorizonId;
      }
    >
  | Fact<'IdeaEdited', { ideaId: IdeaId; text: string; lang: Locale; themeId?: ThemeId; horizonId?: HorizonId }>
  /** Its author let go of it: it stays, without an author, while others support it. */
  | Fact<'IdeaWithdrawn', { ideaId: IdeaId }>
  | Fact<'IdeaSupported', { participantId: ParticipantId; ideaId: IdeaId }>
  /** An idea with neither author nor supporters is gone. */
  | Fact<'IdeaUnsupported', { participantId: ParticipantId; ideaId: IdeaId }>
  /** `strikes`: options that are out of their vote with it, since nothing else is behind them. */
  | Fact<'IdeaHidden', { ideaId: IdeaId; strikes?: readonly StruckOption[] }>
  | Fact<'IdeaUnhidden', { ideaId: IdeaId }>
  | Fact<'IdeaMoved', { ideaId: IdeaId; themeId: ThemeId; horizonId: HorizonId }>
  /** And of the option that it is by itself. */
  | Fact<'IdeaLanguageSet', { ideaId: IdeaId; lang: Locale }>
  | Fact<'IdeasMerged', { priorityId: PriorityId; ideaIds: readonly IdeaId[]; heading: OwnText }>
  | Fact<'IdeaGrouped', { ideaId: IdeaId; priorityId: PriorityId | null }>
  | Fact<'PriorityRenamed', { priorityId: PriorityId; heading: OwnText }>
  | Fact<'VoteConfigured', { activityId: ActivityId; settings: VoteSettings }>
  | Fact<'OptionStruck', StruckOption>
  | Fact<'OptionRestored', StruckOption>
  | Fact<'BallotCast', { participantId: ParticipantId; activityId: ActivityId } & Ballot>
  | Fact<'BallotWithdrawn', { participantId: ParticipantId; activityId: ActivityId }>
  | Fact<
      'ActionSubmitted',
      {
        participantId: ParticipantId;
        activityId: ActivityId;
        actionId: ActionId;
        goalId: PriorityId;
        lang: Locale;
      } & ActionFields
    >
  | Fact<'ActionEdited', { actionId: ActionId; goalId: PriorityId; lang: Locale } & ActionFields>
  | Fact<'ActionWithdrawn', { actionId: ActionId }>
  | Fact<'ActionHidden', { actionId: ActionId }>
  | Fact<'ActionUnhidden', { actionId: ActionId }>
  /** `reason`: why these are not what the declared outcome selects, in people's words. */
  | Fact<'GoalsChosen', { activityId: ActivityId; priorityIds: readonly PriorityId[]; reason?: OwnText }>
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
  | Fact<
      'EndorsementGiven',
      { participantId: ParticipantId; activityId: ActivityId; lineId: LineId; level: AgreementLevel }
    >
  | Fact<'EndorsementWithdrawn', { participantId: ParticipantId; activityId: ActivityId; lineId: LineId }>
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
