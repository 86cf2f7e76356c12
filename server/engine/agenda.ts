// The facilitator's course through the agenda: start, show, open, close, reveal, time, end.

import { isEndorse } from './activities/endorse/is-endorse';
import { rulesOf } from './activities/registry';
import type { Decision } from './activities/rules';
import { configureVote } from './activities/vote/rules';
import { assertNever } from './assert-never';
import type { FacilitatorCommand } from './commands';
import type { Event } from './events';
import { TIMER_MAX_SECONDS } from './limits';
import { reject } from './rejection';
import type { SessionState } from './state';
import { activityState, findActivity } from './state';
import type { ActivityDesign, ActivityId, Judged } from './vocabulary';

export type AgendaCommand = Extract<
  FacilitatorCommand,
  {
    readonly type:
      | `session.${string}`
      | `activity.${string}`
      | `results.${string}`
      | `timer.${string}`
      | 'agenda.goto'
      | 'vote.configure';
  }
>;

export function isOfAgenda(command: FacilitatorCommand): command is AgendaCommand {
  return /^(session|activity|results|timer)\.|^(agenda\.goto|vote\.configure)$/.test(command.type);
}

export function decideAgenda(state: SessionState, command: AgendaCommand, now: number): Decision {
  if (command.type === 'session.rehearse') {
    if (state.rehearsal) return [];
    if (state.phase !== 'lobby' || state.participants.size > 0) return reject('already_begun');
    return [{ type: 'RehearsalDeclared', data: {} }];
  }
  if (command.type === 'session.start') {
    if (state.phase === 'ended') return reject('session_ended');
    if (state.phase === 'live') return [];
    const first = state.design.agenda[0];
    return [{ type: 'SessionStarted', data: {} }, ...(first === undefined ? [] : [moved(first.id)])];
  }
  if (command.type === 'session.end') {
    if (state.phase === 'ended') return [];
    return [...closing(state), ...stoppingTimer(state), { type: 'SessionEnded', data: {} }];
  }
  if (command.type === 'vote.configure') {
    return state.phase === 'ended' ? reject('session_ended') : configureVote(state, command);
  }
  // Revealing, hiding and every act of moderation stay possible after the end: the draft is still being tidied for export.
  const afterEnd = command.type === 'results.reveal' || command.type === 'results.hide';
  switch (command.type) {
    case 'agenda.goto':
    case 'activity.open':
    case 'activity.close':
    case 'results.reveal':
    case 'results.hide': {
      if (state.phase === 'lobby') return reject('session_not_started');
      if (state.phase === 'ended' && !afterEnd) return reject('session_ended');
      const design = findActivity(state, command.activityId);
      if (design === undefined) return reject('unknown_activity');
      const judge = command.type === 'activity.open' ? command.judge : undefined;
      if (judge !== undefined && !isEndorse(design)) return reject('wrong_activity');
      return decideActivity(state, command.type, design, judge);
    }
    case 'timer.start':
    case 'timer.extend':
    case 'timer.stop':
      return decideTimer(state, command, now);
    default:
      return assertNever(command);
  }
}

function decideActivity(
  state: SessionState,
  type: 'agenda.goto' | 'activity.open' | 'activity.close' | 'results.reveal' | 'results.hide',
  design: ActivityDesign,
  judge: Judged | undefined,
): Decision {
  const { id: activityId } = design;
  const activity = activityState(state, activityId);
  const rules = rulesOf(design);
  switch (type) {
    case 'agenda.goto':
      return state.current === activityId ? [] : [...closing(state), ...stoppingTimer(state), moved(activityId)];
    case 'activity.open': {
      if (activity.status === 'open') return [];
      const frozen = rules.freeze?.(state, design, judge);
      if (frozen !== undefined && 'rejected' in frozen) return frozen;
      // Opened with nothing to choose from it would stay so for ever.
      if (frozen !== undefined && rules.isNothing?.(frozen, activity)) return reject('no_options');
      return [
        ...(state.current === activityId ? [] : [...closing(state), ...stoppingTimer(state), moved(activityId)]),
        // Whoever still decides must not be steered by what was shown before.
        ...(activity.revealed && rules.traits.secret ? [hidden(activityId)] : []),
        { type: 'ActivityOpened', data: { activityId, ...frozen } },
        ...(frozen === undefined ? [] : (rules.alongside?.(frozen, activity, activityId) ?? [])),
      ];
    }
    case 'activity.close':
      if (activity.status === 'waiting') return reject('activity_closed');
      return activity.status === 'closed' ? [] : [closed(activityId), ...stoppingTimer(state)];
    case 'results.reveal':
      if (activity.status === 'open' && rules.traits.secret) return reject('still_open');
      if (activity.status === 'waiting') return reject('activity_closed');
      if (activity.revealed) return [];
      return [...(rules.declare?.(state, design) ?? []), { type: 'ResultsRevealed', data: { activityId } }];
    case 'results.hide':
      return activity.revealed ? [hidden(activityId)] : [];
  }
}

function decideTimer(
  state: SessionState,
  command: Extract<FacilitatorCommand, { type: `timer.${string}` }>,
  now: number,
): Decision {
  if (state.phase !== 'live') return reject(state.phase === 'lobby' ? 'session_not_started' : 'session_ended');
  if (command.type === 'timer.stop') return stoppingTimer(state);
  if (command.type === 'timer.extend' && state.timer === null) return reject('bad_timer');
  // Extending a timer that has run out gives the whole extension from now.
  const from = command.type === 'timer.extend' && state.timer !== null ? Math.max(now, state.timer.endsAt) : now;
  const endsAt = from + command.seconds * 1000;
  const seconds = (endsAt - now) / 1000;
  if (!Number.isSafeInteger(command.seconds) || command.seconds <= 0 || seconds > TIMER_MAX_SECONDS)
    return reject('bad_timer');
  return [{ type: 'TimerStarted', data: { endsAt } }];
}

function moved(activityId: ActivityId): Event {
  return { type: 'AgendaMoved', data: { activityId } };
}

function closed(activityId: ActivityId): Event {
  return { type: 'ActivityClosed', data: { activityId } };
}

function hidden(activityId: ActivityId): Event {
  return { type: 'ResultsHidden', data: { activityId } };
}

/** At most one activity is open: whatever the room leaves is closed. */
function closing(state: SessionState): readonly Event[] {
  return state.design.agenda.filter(({ id }) => state.activities[id]?.status === 'open').map(({ id }) => closed(id));
}

function stoppingTimer(state: SessionState): readonly Event[] {
  return state.timer === null ? [] : [{ type: 'TimerStopped', data: {} }];
}
