// Endorse, as types: its design, judgements as wishes and facts, what stands of them, its view.
import type { ActionFields } from '../../commands';
import type { Fact, JudgedWording } from '../../events';
import type { ActivityViewBase, DeskLine, EndorsementResult } from '../../views';
import type {
  ActivityBase,
  ActivityId,
  AgreementLevel,
  Judged,
  LineId,
  LineKind,
  OwnText,
  ParticipantId,
  ThemeId,
} from '../../vocabulary';
import type {
  EndorsementPublication,
  EndorsementStanding,
  LineOnView,
} from '../../voting/publishing/published-endorsement';

/** Gradient of agreement on each line of the draft. */
export type EndorseDesign = ActivityBase & { readonly kind: 'endorse' };

type EndorseCommand =
  | {
      readonly type: 'endorsement.give';
      readonly activityId: ActivityId;
      readonly lineId: LineId;
      readonly level: AgreementLevel;
      /** Of the line as the person saw it, where it is judged anew: a judgement of other words does not count. */
      readonly round?: number | undefined;
    }
  | { readonly type: 'endorsement.withdraw'; readonly activityId: ActivityId; readonly lineId: LineId };

export type EndorseFact =
  | Fact<
      'EndorsementGiven',
      { participantId: ParticipantId; activityId: ActivityId; lineId: LineId; level: AgreementLevel }
    >
  | Fact<'EndorsementWithdrawn', { participantId: ParticipantId; activityId: ActivityId; lineId: LineId }>;

/** How a line was judged before it was judged anew: the words of then, and what was published of them. */
export type PastJudgement = { readonly wording: JudgedWording; readonly shown: LineOnView };

export type EndorseState = EndorsementStanding & {
  readonly judge: Judged;
  readonly lines: readonly LineId[];
  /** The words each line is judged by, since it was last opened to judgement. */
  readonly wordings: Readonly<Record<LineId, JudgedWording>>;
  /** Which time a line is judged. Absent: the first. */
  readonly rounds: Readonly<Record<LineId, number>>;
  /** Oldest first. */
  readonly past: Readonly<Record<LineId, readonly PastJudgement[]>>;
  /** What was revealed so far: views show this and nothing newer. */
  readonly publication?: EndorsementPublication;
};

export type JudgedLine = {
  readonly id: LineId;
  readonly kind: LineKind | 'theme';
  readonly text: OwnText;
  readonly translations?: DeskLine['translations'];
  readonly themeId: ThemeId;
  readonly action?: ActionFields;
  /** Of a theme that is judged as a whole. */
  readonly goals?: readonly OwnText[];
  /** How many more of them there were, whose words were hidden or struck since. */
  readonly goalsOut?: number;
  /** Which time it is judged, from 2 on; a judgement names it. */
  readonly round?: number;
  /** How the draft reads where that is otherwise than what was judged. */
  readonly now?: Pick<DeskLine, 'text' | 'translations'>;
};

export type EndorseView = ActivityViewBase & {
  readonly kind: 'endorse';
  readonly lines: readonly JudgedLine[];
  readonly results?: Readonly<Record<LineId, EndorsementResult>>;
};

declare module '../kinds' {
  interface Kinds {
    endorse: {
      design: EndorseDesign;
      command: EndorseCommand;
      fact: EndorseFact;
      /**
       * `lines` are fixed here, so that what people judge cannot shift under them. Without them what was fixed before stands.
       * `judge`: of which kind the lines are; logs before 2026-12 do not say it. `wordings` are the words of the lines that are
       * judged from here on: of all `lines`, or of those that read otherwise or are new. Logs before 2026-12 have none: there
       * they follow from the facts before.
       */
      opening: {
        lines?: readonly LineId[];
        judge?: Judged;
        wordings?: Readonly<Record<LineId, JudgedWording>>;
      };
      state: { readonly endorse?: EndorseState };
      view: EndorseView;
      mine: { readonly endorsements: Readonly<Record<LineId, AgreementLevel>> };
    };
  }
}
