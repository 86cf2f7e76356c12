// The acts of the desks that can be taken back: what each changed, kept as it was before, and what was built on it since.

import { findVote, voteSettings } from './activities/vote/settings';
import type { VoteState } from './activities/vote/types';
import type { RecordedEvent } from './events';
import { bothOf } from './idea-language';
import { UNDO_DEPTH } from './limits';
import type { Act, SessionState, Situation, Taken } from './state';
import type { Subject } from './subject';
import type { ActivityId } from './vocabulary';

/** Facts that steer the room, the one that says most about a press last: closing, moving and opening may be one press. */
const STEPS = [
  'TimerStopped',
  'TimerStarted',
  'ActivityClosed',
  'ResultsHidden',
  'AgendaMoved',
  'ResultsRevealed',
  'ActivityOpened',
] as const;
type StepType = (typeof STEPS)[number];
const isStep = (type: string): type is StepType => (STEPS as readonly string[]).includes(type);
const TIMER: readonly string[] = ['TimerStopped', 'TimerStarted'];
export const isTimer = ({ type }: Act) => TIMER.includes(type);

export function situationOf({ current, timer, activities }: SessionState): Situation {
  return {
    current,
    endsAt: timer?.endsAt ?? null,
    activities: Object.fromEntries(
      Object.entries(activities).map(([id, { status, revealed }]) => [id, { status, revealed }]),
    ),
  };
}

/** Keeps what the fact changed beyond ideas and lines: what the room does, goals, settings of a vote, the lit line. */
export function rememberSteering(before: SessionState, after: SessionState, event: RecordedEvent): SessionState {
  const { type } = event;
  if (type === 'SessionEnded') {
    // What the room did is done: from here on only showing and hiding is left, and what the desk does from now on.
    const stays = ({ was }: Act) => was.step === undefined && was.settings === undefined && was.goals === undefined;
    return { ...after, acts: after.acts.filter(stays), undone: after.undone.filter(stays) };
  }
  if (type === 'GoalsChosen') {
    const { activityId } = event.data;
    const vote = before.activities[activityId]?.vote;
    if (vote === undefined) return after;
    return remember(after, event, { goals: chosenIn(activityId, vote) }, { activityId });
  }
  if (type === 'VoteConfigured') {
    const { activityId } = event.data;
    const design = findVote(before, activityId);
    if (design === undefined) return after;
    return remember(after, event, { settings: { activityId, settings: voteSettings(before, design) } }, { activityId });
  }
  if (type === 'LineLit') {
    const lineId = event.data.lineId ?? before.litLineId;
    return remember(after, event, { light: { lineId: before.litLineId } }, lineId === null ? {} : { lineId });
  }
  if (!isStep(type) || before.phase === 'lobby' || before.current === null) return after;
  const activityId = 'activityId' in event.data ? event.data.activityId : before.current;
  const last = after.acts.at(-1);
  if (last === undefined || last.was.step === undefined || !isSamePress(last, event))
    return remember(after, event, { step: situationOf(before) }, { activityId });
  const saysMore = STEPS.indexOf(type) > STEPS.indexOf(last.type as StepType);
  const act: Act = { ...last, doneAt: event.seq, ...(saysMore ? { type, activityId, seq: event.seq } : {}) };
  return { ...after, acts: [...after.acts.slice(0, -1), act] };
}

/** The choice of goals as the fact would say it. */
export function chosenIn(activityId: ActivityId, { goals, goalsReason }: VoteState): NonNullable<Taken['goals']> {
  return { activityId, priorityIds: goals, ...(goalsReason === undefined ? {} : { reason: goalsReason }) };
}

/** Done by the same command, or by another that the same press of the same desk has sent. */
function isSamePress(act: Act, { commandId, actor }: RecordedEvent): boolean {
  if (act.commandId === commandId) return true;
  return (
    actor.role === 'facilitator' && actor.press !== undefined && actor.press === act.press && actor.desk === act.desk
  );
}

/** What the act is about, to be named by. */
type About = Pick<Act, 'words' | 'lineId' | 'activityId'>;

/** A facilitator's fact becomes an act, unless it only takes another one back. A new act of a desk ends what it could do again. */
export function remember(state: SessionState, event: RecordedEvent, was: Taken, about: About): SessionState {
  const { actor, seq, type, commandId, at } = event;
  if (actor.role !== 'facilitator' || commandId === state.takingBack) return state;
  const { desk, name, press } = actor;
  // What another desk has changed in between stays an act of its own, and so does what comes after it.
  const begun = state.acts.find((one) => press !== undefined && one.press === press && one.desk === desk);
  if (begun !== undefined && isFolded(begun) && isFolded({ was }) && !isBuiltUpon(state, begun)) {
    const others = state.acts.filter((one) => one !== begun);
    return { ...state, acts: [...others, widened(begun, event, was, about)] };
  }
  const act: Act = {
    seq,
    doneAt: seq,
    type,
    commandId,
    at,
    ...(desk === undefined ? {} : { desk }),
    ...(name === undefined ? {} : { by: name }),
    ...(press === undefined ? {} : { press }),
    ...about,
    was,
  };
  return {
    ...state,
    acts: withinDepth([...state.acts, act]),
    undone: state.undone.filter((other) => other.desk !== desk),
  };
}

/** One act more of the same press: what was before the first of them is what is given back. The last sort names it. */
function widened(act: Act, { seq, type }: RecordedEvent, was: Taken, about: About): Act {
  const before: Taken = {
    ...bothIdeas(act.was.ideas, was.ideas),
    ...both('priorities', act.was, was),
    ...both('actions', act.was, was),
    ...both('lines', act.was, was),
    ...bothOptions(act.was, was),
  };
  if (act.type === type) return { ...act, doneAt: seq, more: (act.more ?? 0) + 1, was: before };
  const { words: _, lineId: __, activityId: ___, more: ____, ...rest } = act;
  return { ...rest, ...about, type, doneAt: seq, was: before };
}

function bothIdeas(first: Taken['ideas'], then: Taken['ideas']): Pick<Taken, 'ideas'> {
  if (then === undefined) return first === undefined ? {} : { ideas: first };
  const merged = Object.entries(then).map(([id, before]) => [id, bothOf(first?.[id], before)] as const);
  return { ideas: { ...first, ...Object.fromEntries(merged) } };
}

function both<Kind extends 'priorities' | 'actions' | 'lines'>(kind: Kind, first: Taken, then: Taken) {
  return first[kind] === undefined && then[kind] === undefined ? {} : { [kind]: { ...then[kind], ...first[kind] } };
}

function bothOptions({ options: first = {} }: Taken, { options: then = {} }: Taken): Pick<Taken, 'options'> {
  const votes = [...new Set([...Object.keys(first), ...Object.keys(then)])];
  if (votes.length === 0) return {};
  return { options: Object.fromEntries(votes.map((id) => [id, { ...then[id], ...first[id] }])) };
}

/** Two sorts are counted apart: steering must not use up what can be taken back of moderation, in old logs neither. */
function withinDepth(acts: readonly Act[]): readonly Act[] {
  const last = acts.at(-1);
  const alike = acts.filter((act) => isFolded(act) === (last !== undefined && isFolded(last)));
  return alike.length <= UNDO_DEPTH ? acts : acts.filter((act) => act !== alike[0]);
}

/** Given back by the fact that undoes it; the others need facts of their own, which every reader of a log understands. */
function isFolded({ was: { step, goals, settings, light } }: Pick<Act, 'was'>): boolean {
  return step === undefined && goals === undefined && settings === undefined && light === undefined;
}

/** An act that was done (or taken back) later and changed, or rests on, what this one changed. */
export function isBuiltUpon(state: SessionState, act: Act): boolean {
  const changed = new Set(changedBy(act));
  const since = (other: Act) => other !== act && other.doneAt > act.doneAt;
  const voted = Object.keys(act.was.priorities ?? {}).some((id) => isVotedOn(state, id));
  return (
    (voted && act.type === 'IdeasMerged') ||
    (act.type === 'ActivityOpened' && hasStruck(state, act)) ||
    state.acts.some((other) => since(other) && [...changedBy(other), ...restsOn(other)].some((one) => changed.has(one)))
  );
}

/** Once a vote has been opened on a merged priority, parting it would leave the option without what is behind it. */
function isVotedOn(state: SessionState, priorityId: string): boolean {
  return Object.values(state.activities).some(({ vote }) => vote?.options.some(({ id }) => id === priorityId));
}

/** Taken back, the vote would forget what was struck in it, and show it when it opens again. */
function hasStruck({ activities }: SessionState, { activityId = '', was }: Act): boolean {
  return (
    was.step?.activities[activityId]?.status === 'waiting' && (activities[activityId]?.vote?.struck ?? []).length > 0
  );
}

export function changedBy(act: Act): readonly Subject[] {
  const { ideas = {}, priorities = {}, actions = {}, lines = {}, options = {}, goals, settings, light, step } = act.was;
  const ids = (things: object) => Object.keys(things);
  return [
    ...ids(ideas).map((id): Subject => `idea:${id}`),
    ...ids(priorities).map((id): Subject => `priority:${id}`),
    ...ids(actions).map((id): Subject => `action:${id}`),
    ...ids(lines).flatMap((id): Subject[] => [`line:${id}`, `place:${id}`]),
    ...Object.values(options).flatMap((some) => ids(some).map((id): Subject => `option:${id}`)),
    ...(goals === undefined ? [] : ([`goals:${goals.activityId}`] as const)),
    ...(settings === undefined ? [] : ([`settings:${settings.activityId}`] as const)),
    ...(light === undefined ? [] : (['light'] as const)),
    ...(step === undefined ? [] : isTimer(act) ? (['timer'] as const) : (['step', 'timer', stepOf(act)] as const)),
  ];
}

/** What must stay as it is for the act to make sense: goals rest on their reveal, an opened vote on its settings. */
function restsOn(act: Act): readonly Subject[] {
  const { goals, step } = act.was;
  if (goals !== undefined) return [`step:${goals.activityId}`];
  return step !== undefined && act.type === 'ActivityOpened' ? [`settings:${act.activityId ?? ''}`] : [];
}

const stepOf = ({ activityId }: Act): `step:${ActivityId}` => `step:${activityId ?? ''}`;
