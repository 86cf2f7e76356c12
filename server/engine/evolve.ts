// Folds one fact into the state. Pure and total: what was recorded has happened, so nothing here can refuse;
// a fact about something unknown (a log from elsewhere, a future kind) leaves everything but `seq` as it was.

import { factRules, isOfKind, type KindFact, rulesOf } from './activities/registry';
import type { Opened } from './activities/rules';
import { rememberSteering } from './acts';
import { noteWordings } from './draft/note-wordings';
import type { RecordedEvent } from './events';
import { foldModeration } from './fold-moderation';
import { PersistentMap } from './persistent-map';
import type { ActivityState, SessionState } from './state';
import { activityState, findActivity, initialState, withActivity } from './state';
import { subjectsOfFact } from './subjects';
import { withVoteSettings } from './upgrade';
import type { ActivityId } from './vocabulary';
import { FIRST_RULES } from './vocabulary';

const NEW_ACTIVITY: ActivityState = { status: 'waiting', revealed: false, items: PersistentMap.empty(), takers: {} };

export function evolve(state: SessionState, event: RecordedEvent): SessionState {
  const after = rememberSteering(state, noteWordings(state, fold(state, event), event), event);
  const { seq } = event;
  const changedAt = subjectsOfFact(event).reduce((all, subject) => all.set(subject, seq), after.changedAt);
  return { ...after, seq, at: event.at, changedAt };
}

function fold(state: SessionState, event: RecordedEvent): SessionState {
  if (isOfKind(event)) return foldOfKind(state, event);
  switch (event.type) {
    case 'SessionCreated': {
      const { sessionId, code, rehearsal, rules = FIRST_RULES, earlier = null } = event.data;
      const design = withVoteSettings(event.data.design);
      const activities = Object.fromEntries(design.agenda.map(({ id }) => [id, NEW_ACTIVITY]));
      return { ...initialState, sessionId, code, rehearsal, rules, design, earlier, activities };
    }
    case 'RehearsalDeclared':
      return { ...state, rehearsal: true };
    case 'SessionStarted':
      return { ...state, phase: 'live' };
    case 'SessionEnded':
      return { ...state, phase: 'ended' };
    case 'ParticipantJoined': {
      const { participantId, groupId } = event.data;
      if (state.participants.has(participantId)) return state;
      return {
        ...state,
        participants: state.participants.set(participantId, { groupId, ideaIds: [], actionIds: [], supportIds: [] }),
        joinedByGroup: { ...state.joinedByGroup, [groupId]: (state.joinedByGroup[groupId] ?? 0) + 1 },
      };
    }
    case 'AgendaMoved':
      return { ...state, current: event.data.activityId };
    case 'ActivityOpened':
      return foldOpened(state, event.data);
    case 'ActivityClosed':
      return foldClosed(state, event.data.activityId);
    case 'ResultsRevealed':
      return foldRevealed(state, event.data.activityId, event);
    case 'ResultsHidden':
      return change(state, event.data.activityId, { revealed: false });
    case 'ClockJumped':
      return { ...state, clockJump: { at: event.at, by: event.data.by } };
    case 'TimerStarted':
      return { ...state, timer: { endsAt: event.data.endsAt } };
    case 'TimerStopped':
      return { ...state, timer: null };
    case 'LineLit':
      return { ...state, litLineId: event.data.lineId };
    default:
      return foldModeration(state, event);
  }
}

function known(state: SessionState, activityId: ActivityId): boolean {
  return Object.hasOwn(state.activities, activityId);
}

function change(state: SessionState, activityId: ActivityId, what: Partial<ActivityState>): SessionState {
  return known(state, activityId) ? withActivity(state, activityId, what) : state;
}

function foldOfKind<Fact extends RecordedEvent & KindFact>(state: SessionState, fact: Fact): SessionState {
  const { fold } = factRules(fact.type) as { fold(state: SessionState, fact: Fact): SessionState };
  return fold(state, fact);
}

function foldOpened(state: SessionState, data: Opened): SessionState {
  const design = findActivity(state, data.activityId);
  if (design === undefined) return state;
  // The room turns to the activity.
  const opened = change({ ...state, litLineId: null }, design.id, { status: 'open' });
  return rulesOf(design).opened?.(opened, design, data) ?? opened;
}

function foldClosed(state: SessionState, activityId: ActivityId): SessionState {
  const design = findActivity(state, activityId);
  if (design === undefined) return state;
  const present = { joined: state.participants.size, joinedByGroup: state.joinedByGroup };
  const part = rulesOf(design).closed?.(activityState(state, activityId), present);
  return withActivity(state, activityId, { status: 'closed', ...part });
}

function foldRevealed(state: SessionState, activityId: ActivityId, fact: RecordedEvent): SessionState {
  const design = findActivity(state, activityId);
  if (design === undefined) return state;
  return withActivity(state, activityId, { revealed: true, ...rulesOf(design).revealed?.(state, design, fact) });
}
