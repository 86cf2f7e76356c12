// Vote, as types: its design, ballots as wishes and facts, what stands of it, its view.
import type { Ballot, Choice } from '../../commands';
import type { Fact, StruckOption, VoteOption } from '../../events';
import type { Recorded } from '../../state';
import type { ActivityViewBase } from '../../views';
import type {
  ActivityBase,
  ActivityId,
  HorizonId,
  IdeaId,
  OwnText,
  ParticipantId,
  PriorityId,
  ThemeId,
  VoteMethodName,
  VoteSettings,
} from '../../vocabulary';
import type { Few } from '../../voting/publishing/few';
import type { VotePublication, VoteStanding } from '../../voting/publishing/published-vote';
import type { Outcome } from '../../voting/selecting/declared';
import type { OutcomeView } from '../../voting/selecting/outcome-view';
import type {
  AgreementResult,
  ApprovalResult,
  DotsResult,
  RankingResult,
  ScoreResult,
} from '../../voting/telling/figures';

/** One ballot over the priorities of some horizons. The facilitator may change `settings` of the session's own copy. */
export type VoteDesign = ActivityBase & {
  readonly kind: 'vote';
  readonly horizonIds: readonly HorizonId[];
  readonly settings: VoteSettings;
};

type VoteCommand =
  /** My whole ballot is so; replaces an earlier one. An empty ballot is withdrawn instead. */
  | ({ readonly type: 'ballot.cast'; readonly activityId: ActivityId } & Ballot)
  | { readonly type: 'ballot.withdraw'; readonly activityId: ActivityId };

export type VoteFact =
  | Fact<'VoteConfigured', { activityId: ActivityId; settings: VoteSettings }>
  | Fact<'OptionStruck', StruckOption>
  | Fact<'OptionRestored', StruckOption>
  | Fact<'BallotCast', { participantId: ParticipantId; activityId: ActivityId } & Ballot>
  | Fact<'BallotWithdrawn', { participantId: ParticipantId; activityId: ActivityId }>
  /** With every reveal of a vote whose outcome differs from the one declared before, and when its settings change later. */
  | Fact<'OutcomeDeclared', { activityId: ActivityId } & Outcome>
  /** `reason`: why these are not what the declared outcome selects, in people's words. */
  | Fact<'GoalsChosen', { activityId: ActivityId; priorityIds: readonly PriorityId[]; reason?: OwnText }>;

export type VoteState = VoteStanding & {
  readonly options: readonly VoteOption[];
  /** Taken out on the record. Ballots and tallies stay as they were cast and leave it out where they are read. */
  readonly struck?: readonly PriorityId[];
  /** What was revealed so far: views show this and nothing newer. */
  readonly publication?: VotePublication;
  /** When each reveal was, in milliseconds since 1970, by the seq of its fact. */
  readonly revealedAt?: Readonly<Record<number, number>>;
  /** When the outcome that is shown was shown or declared, whichever was later, in milliseconds since 1970. */
  readonly toldFrom?: number;
  /** As last declared. */
  readonly outcome?: Outcome;
  readonly goals: readonly PriorityId[];
  /** Why they are not what the outcome selects, if a reason was given. */
  readonly goalsReason?: OwnText;
  /** Of the goals as they are. Missing while none were chosen. */
  readonly goalsRecorded?: Recorded;
};

export type OptionView = {
  readonly id: PriorityId;
  readonly heading: OwnText;
  readonly themeId: ThemeId;
  readonly horizonId: HorizonId;
  /** The console's alone: what hiding them would take out. An author knows the id of an idea. */
  readonly ideaIds?: readonly IdeaId[];
};

export type StruckView = Pick<OptionView, 'id' | 'themeId'> & {
  readonly heading?: OwnText;
  /** All ideas behind it are hidden, so that it cannot come back before one of them does. Facilitator only. */
  readonly wordless?: true;
};

export type VoteView = ActivityViewBase & {
  readonly kind: 'vote';
  /** Priorities of these become options. */
  readonly horizonIds: readonly HorizonId[];
  readonly method: VoteMethodName;
  /** Dots only. */
  readonly budget?: number;
  readonly cap?: number;
  readonly settings: VoteSettings;
  /** Rule, places or weights were changed after the vote had first opened. */
  readonly settingsChanged?: true;
  /** Fixed when the vote opens, anew while nobody has voted; empty before. */
  readonly options: readonly OptionView[];
  /** Taken out of the vote; `heading` for the facilitator alone. Missing while there is nothing. */
  readonly struck?: readonly StruckView[];
  /** After reveal one of these five, by method. */
  readonly results?: Readonly<Record<PriorityId, DotsResult>>;
  readonly approvals?: Readonly<Record<PriorityId, ApprovalResult>>;
  readonly scores?: Readonly<Record<PriorityId, ScoreResult>>;
  readonly ranking?: RankingResult;
  readonly agreement?: Readonly<Record<PriorityId, AgreementResult | Few>>;
  /**
   * Only where groups count the same, and not for phones: ranks as they would be if people did; `rank` is of what decides. And
   * the votes that decide, exact, of options whose split is whole (dots and approval).
   */
  readonly rankByPerson?: Readonly<Record<PriorityId, number>>;
  readonly weightedVotes?: Readonly<Record<PriorityId, string>>;
  readonly outcome?: OutcomeView;
  /** When the wall has told the outcome place by place, in ms since 1970; until then phones hold it back. */
  readonly toldAt?: number;
  /** Some ballots have changed since these figures were shown, too few to be shown without giving them away. */
  readonly held?: true;
  /** As people chose them. What the vote selected is the proposal; where they differ, `goalsReason` says why. */
  readonly goals: readonly PriorityId[];
  readonly goalsReason?: OwnText;
};

/** What a revealed one adds to its view. */
export type VoteResults = Pick<
  VoteView,
  'results' | 'approvals' | 'scores' | 'ranking' | 'agreement' | 'outcome' | 'held' | 'rankByPerson' | 'weightedVotes'
>;

declare module '../kinds' {
  interface Kinds {
    vote: {
      design: VoteDesign;
      command: VoteCommand;
      fact: VoteFact;
      /** Fixed here, so that what people judge cannot shift under them. Without them what was fixed before stands. */
      opening: { options?: readonly VoteOption[] };
      state: {
        /** Once they differ from the design's. */
        readonly settings?: VoteSettings;
        /** They were changed after the vote had first opened. */
        readonly settingsChanged?: true;
        /** Of the last such change. */
        readonly settingsRecorded?: Recorded;
        readonly vote?: VoteState;
      };
      view: VoteView;
      mine: {
        /** Ballots of dots. */
        readonly ballots: Readonly<Record<ActivityId, readonly Choice[]>>;
        /** Ballots of every other method. */
        readonly ballotsOf: Readonly<Record<ActivityId, Exclude<Ballot, { readonly choices: readonly Choice[] }>>>;
      };
    };
  }
}
