// What an activity kind must bring. One file per kind implements it; registry.ts lists them.
import type { ParticipantCommand } from '../commands';
import type { Event, JudgedWording, VoteOption } from '../events';
import type { Rejection } from '../rejection';
import type { ActivityState, SessionState } from '../state';
import type { ActivityView, Audience, Traits } from '../views';
import type { ActivityDesign, ActivityId, Judged, LineId, LocalText, ParticipantId } from '../vocabulary';
import type { Practice } from './practice';

/** The commands that name the activity they are for. `participant.join` and withdrawals of one's own things are elsewhere. */
export type ActivityCommand = Extract<ParticipantCommand, { readonly activityId: ActivityId }>;

export type Decision = readonly Event[] | Rejection;

export type Frozen =
  | { readonly options: readonly VoteOption[] }
  | { readonly lines: readonly LineId[]; readonly judge: Judged; readonly wordings: Wordings }
  | { readonly wordings: Wordings };
type Wordings = Readonly<Record<LineId, JudgedWording>>;

/** Of what a step came to: in the words of the design, or a figure of the whole room. */
export type ExportedRow = { readonly label: LocalText; readonly value: number | string };

export type ActivityRules<Design extends ActivityDesign = ActivityDesign> = {
  readonly kind: Design['kind'];
  /** Judges a command of somebody who has joined, while the activity is open. */
  decide(state: SessionState, design: Design, participantId: ParticipantId, command: ActivityCommand): Decision;
  /** What people judge, fixed when the activity opens: taken anew as long as nobody has answered, later where words changed. */
  freeze?(state: SessionState, design: Design, judge?: Judged): Frozen | Rejection | undefined;
  /** What is declared together with a reveal. */
  declare?(state: SessionState, design: Design): readonly Event[];
  readonly traits: Traits;
  /** The part of the view that only this kind has. `audience` decides what is stripped. */
  view(state: SessionState, design: Design, activity: ActivityState, audience: Audience): KindView<Design['kind']>;
  /** What papers and open data say of it once it is revealed, for a kind that no other part of an export tells of. */
  exported?(state: SessionState, design: Design): readonly ExportedRow[];
  readonly practice: Practice<Design['kind']>;
};

type OfKind<Kind> = Extract<ActivityView, { readonly kind: Kind }>;
type Shared = keyof Traits | 'id' | 'title' | 'prompt' | 'minutes' | 'status' | 'revealed' | 'position' | 'turnout';
export type KindView<Kind extends ActivityDesign['kind']> = Omit<OfKind<Kind>, Shared>;
