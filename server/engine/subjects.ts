// What a wish is about, and what a fact changes: by these two tables a wish that was made of something older is found out.
// Both are complete or do not compile, so that whoever adds a command or a fact has to say.
import { factRules, isOfKind, type KindFact } from './activities/registry';
import type { FacilitatorCommand } from './commands';
import type { EventType, RecordedEvent } from './events';
import type { SessionState } from './state';
import type { Subject } from './subject';
import type { ActionId, ActivityId, IdeaId, LineId, PriorityId } from './vocabulary';

type Type = FacilitatorCommand['type'];
type OfType<One extends Type> = Extract<FacilitatorCommand, { readonly type: One }>;

const none = (): readonly Subject[] => [];
const room = (): readonly Subject[] => ['step'];
const timer = (): readonly Subject[] => ['step', 'timer'];
const idea = ({ ideaId }: { readonly ideaId: IdeaId }): readonly Subject[] => [`idea:${ideaId}`];
const ideas = ({ ideaIds }: { readonly ideaIds: readonly IdeaId[] }) => ideaIds.map((id): Subject => `idea:${id}`);
const action = ({ actionId }: { readonly actionId: ActionId }): readonly Subject[] => [`action:${actionId}`];
const priority = ({ priorityId }: { readonly priorityId: PriorityId }): readonly Subject[] => [
  `priority:${priorityId}`,
];
const option = ({ option: id }: { readonly option: PriorityId }): readonly Subject[] => [`option:${id}`];
const line = ({ lineId }: { readonly lineId: LineId }): readonly Subject[] => [`line:${lineId}`];
const places = ({ lineIds }: { readonly lineIds: readonly LineId[] }) => lineIds.map((id): Subject => `place:${id}`);

/** On whose latest change a wish must have looked. None: it makes something new, or names what it saw by itself. */
const OF_COMMAND: { readonly [One in Type]: (command: OfType<One>) => readonly Subject[] } = {
  'session.rehearse': room,
  'session.start': room,
  'session.end': room,
  'agenda.goto': room,
  'activity.open': room,
  'activity.close': room,
  'results.reveal': room,
  'results.hide': room,
  'timer.start': timer,
  'timer.extend': timer,
  'timer.stop': timer,
  // The room may go on while a later vote is being set up.
  'vote.configure': ({ activityId }) => [`settings:${activityId}`, `step:${activityId}`],
  'goals.choose': ({ activityId }) => [`goals:${activityId}`, `step:${activityId}`],
  'idea.hide': idea,
  'idea.unhide': idea,
  'idea.move': idea,
  'idea.language': idea,
  'ideas.merge': (command) => [...ideas(command), ...priority(command)],
  'idea.group': ({ ideaId, priorityId }) => [
    `idea:${ideaId}`,
    ...(priorityId === null ? [] : priority({ priorityId })),
  ],
  'priority.rename': priority,
  'option.strike': option,
  'option.restore': option,
  'action.hide': action,
  'action.unhide': action,
  'line.edit': none,
  'line.translate': none,
  'line.relate': none,
  'line.add': ({ goalLineId, from }) => [goalLineId, from].flatMap((lineId) => (lineId ? line({ lineId }) : [])),
  'line.join': ({ lineId, into }) => [...line({ lineId }), ...(into === null ? [] : line({ lineId: into }))],
  'line.drop': line,
  'lines.order': places,
  'action.report': line,
  'line.light': () => ['light'],
  'moderation.undo': none,
  'moderation.redo': none,
};

const step = ({ activityId }: { readonly activityId: ActivityId }): readonly Subject[] => [
  'step',
  `step:${activityId}`,
];

type DataOf<One extends EventType> = Extract<RecordedEvent, { readonly type: One }>['data'];

/** Facts of the kinds say it themselves. */
const OF_FACT: { readonly [One in Exclude<EventType, KindFact['type']>]: (data: DataOf<One>) => readonly Subject[] } = {
  SessionCreated: none,
  RehearsalDeclared: room,
  SessionStarted: room,
  SessionEnded: room,
  ParticipantJoined: none,
  AgendaMoved: room,
  ActivityOpened: step,
  ActivityClosed: step,
  ResultsRevealed: step,
  ResultsHidden: step,
  ClockJumped: none,
  TimerStarted: () => ['timer'],
  TimerStopped: () => ['timer'],
  IdeaHidden: ({ ideaId, strikes = [] }) => [...idea({ ideaId }), ...strikes.flatMap(option)],
  IdeaUnhidden: idea,
  IdeaMoved: idea,
  IdeaLanguageSet: idea,
  IdeasMerged: (data) => [...ideas(data), ...priority(data)],
  IdeaGrouped: idea,
  PriorityRenamed: priority,
  ActionHidden: action,
  ActionUnhidden: action,
  LineEdited: line,
  LineTranslated: line,
  LineRelated: line,
  LineAdded: none,
  LineJoined: ({ lineId, into }) => [...line({ lineId }), ...(into === null ? [] : line({ lineId: into }))],
  LineDropped: line,
  LinesOrdered: places,
  LineLit: () => ['light'],
  ActionReported: line,
  // What they change is known to the act that is taken back: fold-undo.ts says it.
  ModerationUndone: none,
  ModerationRedone: none,
};

export function subjectsOfFact(event: RecordedEvent): readonly Subject[] {
  const subjects = isOfKind(event) ? factRules(event.type).subjects : OF_FACT[event.type];
  return (subjects as (data: RecordedEvent['data']) => readonly Subject[])(event.data);
}

/** Somebody has changed what the wish is about since `seen`, the place in the log up to which whoever wishes had looked. */
export function isOvertaken(state: SessionState, command: FacilitatorCommand, seen: number): boolean {
  const subjects = (OF_COMMAND[command.type] as (command: FacilitatorCommand) => readonly Subject[])(command);
  return subjects.some((subject) => (state.changedAt.get(subject) ?? 0) > seen);
}
