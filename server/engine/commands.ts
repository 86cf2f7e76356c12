// Every wish the engine understands. A command states the wished outcome, so sending it twice changes nothing.
import type { SomeKinds } from './activities/kinds';
import type {
  ActionId,
  ActionStatus,
  ActivityId,
  CriterionId,
  GroupId,
  HorizonId,
  IdeaId,
  Judged,
  LineId,
  LineKind,
  LineRelations,
  Locale,
  OwnText,
  PriorityId,
  ThemeId,
  VoteSettings,
} from './vocabulary';

/** Dots one person puts on one option of a vote. */
export type Choice = { readonly option: PriorityId; readonly dots: number };

/** One person's point on one criterion of one option. */
export type Score = { readonly option: PriorityId; readonly criterion: CriterionId; readonly score: number };

export const ANSWERS = ['agree', 'disagree', 'pass'] as const;
export type Answer = (typeof ANSWERS)[number];
export type OptionAnswer = { readonly option: PriorityId; readonly answer: Answer };

/** A whole ballot: exactly one of these, the one that the method of the vote asks for. */
export type Ballot =
  | { readonly choices: readonly Choice[] }
  | { readonly approved: readonly PriorityId[] }
  | { readonly scores: readonly Score[] }
  /** Tiers, best first; what is left out stands together below. */
  | { readonly ranked: readonly (readonly PriorityId[])[] }
  | { readonly answers: readonly OptionAnswer[] };

/** The five facts of a concrete action; only `what` must be filled in. */
export type ActionFields = {
  readonly what: string;
  readonly who: string;
  readonly byWhen: string;
  readonly means: string;
  /** How we will know that it is done. */
  readonly sign: string;
};

export type ParticipantCommand =
  | { readonly type: 'participant.join'; readonly groupId: GroupId }
  | SomeKinds<'command'>;

/** What is known of an action beside its `what`, which is its wording. */
export type ActionDetails = Omit<ActionFields, 'what'>;

/**
 * Writing the draft together. `base` is the `version` of the line that the writer saw: on another one the wish is refused,
 * so that two at the desk do not overwrite each other.
 */
export type LineCommand =
  /** An empty text gives the line its composed wording back; the same text keeps it against a newly composed one. */
  | {
      readonly type: 'line.edit';
      readonly lineId: LineId;
      readonly base: number;
      readonly text: string;
      readonly lang: Locale;
      /** Actions only; missing: as they are. */
      readonly details?: ActionDetails | undefined;
    }
  /** The line in another language than its own; an empty text takes that away. */
  | {
      readonly type: 'line.translate';
      readonly lineId: LineId;
      readonly base: number;
      readonly text: string;
      readonly lang: Locale;
    }
  /** All that the line has to do with beyond its place. */
  | ({ readonly type: 'line.relate'; readonly lineId: LineId; readonly base: number } & LineRelations)
  /** A line that people write at the desk; `from` is the line it was split from. */
  | {
      readonly type: 'line.add';
      readonly lineId: LineId;
      readonly kind: LineKind;
      readonly themeId: ThemeId;
      readonly goalLineId?: LineId | undefined;
      readonly from?: LineId | undefined;
      readonly text: string;
      readonly lang: Locale;
    }
  /** One line for both, with what is behind either; `null` parts them again. */
  | { readonly type: 'line.join'; readonly lineId: LineId; readonly into: LineId | null }
  /** Out of the draft, or back into it. */
  | { readonly type: 'line.drop'; readonly lineId: LineId; readonly dropped: boolean }
  /** Lines of one kind under one heading, in this order; others of them follow. */
  | { readonly type: 'lines.order'; readonly lineIds: readonly LineId[] }
  /** What became of an action of the earlier vision. */
  | { readonly type: 'action.report'; readonly lineId: LineId; readonly status: ActionStatus }
  /** The wall turns to this line, to the earlier vision as a whole (`earlier`), or to none (`null`). */
  | { readonly type: 'line.light'; readonly lineId: LineId | null };

export type FacilitatorCommand =
  /** What follows is practice: only while the lobby is empty, so that nobody's real words are ever marked so. */
  | { readonly type: 'session.rehearse' }
  | { readonly type: 'session.start' }
  | { readonly type: 'session.end' }
  /** Show this activity to everyone; closes the one that was open. Next and back are both this. */
  | { readonly type: 'agenda.goto'; readonly activityId: ActivityId }
  /** `judge`: of an `endorse` activity that nobody has answered, what is judged; as before, or every line, without it. */
  | { readonly type: 'activity.open'; readonly activityId: ActivityId; readonly judge?: Judged | undefined }
  | { readonly type: 'activity.close'; readonly activityId: ActivityId }
  /** Method and limits until the vote first opens, after that only rule, places and weights, for everybody to see. */
  | { readonly type: 'vote.configure'; readonly activityId: ActivityId; readonly settings: VoteSettings }
  | { readonly type: 'results.reveal'; readonly activityId: ActivityId }
  | { readonly type: 'results.hide'; readonly activityId: ActivityId }
  /** Ends `seconds` after the moment the command is decided. */
  | { readonly type: 'timer.start'; readonly seconds: number }
  | { readonly type: 'timer.extend'; readonly seconds: number }
  | { readonly type: 'timer.stop' }
  | { readonly type: 'idea.hide'; readonly ideaId: IdeaId }
  | { readonly type: 'idea.unhide'; readonly ideaId: IdeaId }
  /** To another theme or horizon; leaves its priority, since a priority lives in one theme and horizon. */
  | { readonly type: 'idea.move'; readonly ideaId: IdeaId; readonly themeId: ThemeId; readonly horizonId: HorizonId }
  /** Its words are in this language, whatever its writer's phone took them for. */
  | { readonly type: 'idea.language'; readonly ideaId: IdeaId; readonly lang: Locale }
  /** Makes priority `priorityId` of these ideas, taking them out of wherever they were; originals are kept. */
  | {
      readonly type: 'ideas.merge';
      readonly priorityId: PriorityId;
      readonly ideaIds: readonly IdeaId[];
      readonly heading: OwnText;
    }
  /** Into an existing priority, or out of any (`null`) to stand alone again. */
  | { readonly type: 'idea.group'; readonly ideaId: IdeaId; readonly priorityId: PriorityId | null }
  | { readonly type: 'priority.rename'; readonly priorityId: PriorityId; readonly heading: OwnText }
  | { readonly type: 'action.hide'; readonly actionId: ActionId }
  | { readonly type: 'action.unhide'; readonly actionId: ActionId }
  /** Out of the vote, with its words and what was given to it; everybody's dots on it are theirs again. And back. */
  | { readonly type: 'option.strike'; readonly activityId: ActivityId; readonly option: PriorityId }
  | { readonly type: 'option.restore'; readonly activityId: ActivityId; readonly option: PriorityId }
  /** The goals of the vision that this vote yields, whole list, in order; `reason` where they are not what the vote selected. */
  | {
      readonly type: 'goals.choose';
      readonly activityId: ActivityId;
      readonly priorityIds: readonly PriorityId[];
      readonly reason?: OwnText | undefined;
    }
  | LineCommand
  /** Takes back an act of this desk; `seq` names it, so that two clicks do not undo two. `theirs`: another desk's, knowingly. */
  | { readonly type: 'moderation.undo'; readonly seq: number; readonly theirs?: true | undefined }
  /** Does again what was taken back. */
  | { readonly type: 'moderation.redo'; readonly seq: number; readonly theirs?: true | undefined };

export type Command = ParticipantCommand | FacilitatorCommand;
export type CommandType = Command['type'];

/** Complete, or it does not compile: every other command is a participant's. */
const OF_FACILITATORS: Readonly<Record<FacilitatorCommand['type'], true>> = {
  'session.rehearse': true,
  'session.start': true,
  'session.end': true,
  'agenda.goto': true,
  'activity.open': true,
  'activity.close': true,
  'results.reveal': true,
  'results.hide': true,
  'timer.start': true,
  'timer.extend': true,
  'timer.stop': true,
  'vote.configure': true,
  'goals.choose': true,
  'idea.hide': true,
  'idea.unhide': true,
  'idea.move': true,
  'idea.language': true,
  'ideas.merge': true,
  'idea.group': true,
  'priority.rename': true,
  'option.strike': true,
  'option.restore': true,
  'action.hide': true,
  'action.unhide': true,
  'line.edit': true,
  'line.translate': true,
  'line.relate': true,
  'line.add': true,
  'line.join': true,
  'line.drop': true,
  'lines.order': true,
  'action.report': true,
  'line.light': true,
  'moderation.undo': true,
  'moderation.redo': true,
};

export function isParticipantCommand(command: Command): command is ParticipantCommand {
  // Not `Object.hasOwn`, which is younger than the oldest phones.
  return (OF_FACILITATORS as Readonly<Record<string, true>>)[command.type] !== true;
}
