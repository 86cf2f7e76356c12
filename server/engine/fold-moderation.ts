// Folds the facilitator's facts, and keeps beside each what it changed, so that it can be taken back.
import { foldWriting } from './draft/fold-writing';
import type { RecordedEvent } from './events';
import { UNDO_DEPTH } from './limits';
import type { Idea, SessionState, UndoEntry } from './state';
import { withActivity } from './state';
import type { Subject } from './subjects';
import type { IdeaId } from './vocabulary';

export function foldModeration(state: SessionState, event: RecordedEvent): SessionState {
  switch (event.type) {
    case 'IdeaHidden':
    case 'IdeaUnhidden':
      return changeIdeas(state, event, [event.data.ideaId], { hidden: event.type === 'IdeaHidden' });
    case 'IdeaMoved': {
      const { ideaId, themeId, horizonId } = event.data;
      return changeIdeas(state, event, [ideaId], { themeId, horizonId, priorityId: null });
    }
    case 'IdeaGrouped':
      return changeIdeas(state, event, [event.data.ideaId], { priorityId: event.data.priorityId });
    case 'IdeasMerged': {
      const { priorityId, ideaIds, heading } = event.data;
      const { themeId, horizonId } = state.ideas.get(ideaIds[0] ?? '') ?? {};
      if (themeId === undefined || horizonId === undefined) return state;
      const merged = changeIdeas(state, event, ideaIds, { priorityId }, { priorities: { [priorityId]: null } });
      return {
        ...merged,
        priorities: state.priorities.set(priorityId, { id: priorityId, order: event.seq, heading, themeId, horizonId }),
      };
    }
    case 'PriorityRenamed': {
      const priority = state.priorities.get(event.data.priorityId);
      if (priority === undefined) return state;
      return {
        ...remember(state, event, { priorities: { [priority.id]: priority } }),
        priorities: state.priorities.set(priority.id, { ...priority, heading: event.data.heading }),
      };
    }
    case 'ActionHidden':
    case 'ActionUnhidden': {
      const action = state.actions.get(event.data.actionId);
      if (action === undefined) return state;
      return {
        ...remember(state, event, { actions: { [action.id]: { hidden: action.hidden } } }),
        actions: state.actions.set(action.id, { ...action, hidden: event.type === 'ActionHidden' }),
      };
    }
    case 'GoalsChosen': {
      const { activityId, priorityIds: goals, reason: goalsReason } = event.data;
      const vote = state.activities[activityId]?.vote;
      if (vote === undefined) return state;
      const { goalsReason: _, ...others } = vote;
      const chosen = { ...others, goals, ...(goalsReason === undefined ? {} : { goalsReason }) };
      return withActivity(state, activityId, { vote: chosen });
    }
    case 'ModerationUndone':
      return restore(state, event.data.undoneSeq, event.seq);
    default: {
      const lineWork = foldWriting(state.lineWork, event);
      if (lineWork === state.lineWork) return state;
      const changed = Object.keys(lineWork).filter((id) => lineWork[id] !== state.lineWork[id]);
      const lines = Object.fromEntries(changed.map((id) => [id, state.lineWork[id] ?? null]));
      return { ...remember(state, event, { lines }), lineWork };
    }
  }
}

function remember(state: SessionState, event: RecordedEvent, before: Omit<UndoEntry, 'seq' | 'type'>): SessionState {
  return { ...state, undo: [...state.undo.slice(1 - UNDO_DEPTH), { seq: event.seq, type: event.type, ...before }] };
}

function changeIdeas(
  state: SessionState,
  event: RecordedEvent,
  ideaIds: readonly IdeaId[],
  what: Partial<Idea>,
  also: Omit<UndoEntry, 'seq' | 'type' | 'ideas'> = {},
): SessionState {
  const before: Record<IdeaId, Pick<Idea, 'hidden' | 'themeId' | 'horizonId' | 'priorityId'>> = {};
  let ideas = state.ideas;
  for (const id of ideaIds) {
    const idea = ideas.get(id);
    if (idea === undefined) continue;
    const { hidden, themeId, horizonId, priorityId } = idea;
    before[id] = { hidden, themeId, horizonId, priorityId };
    ideas = ideas.set(id, { ...idea, ...what });
  }
  return { ...remember(state, event, { ideas: before, ...also }), ideas };
}

function subjectsOf({ ideas = {}, priorities = {}, actions = {}, lines = {} }: UndoEntry): readonly Subject[] {
  const named = <Kind extends 'idea' | 'priority' | 'action' | 'line' | 'place'>(kind: Kind, things: object) =>
    Object.keys(things).map((id): Subject => `${kind}:${id}`);
  return [
    ...named('idea', ideas),
    ...named('priority', priorities),
    ...named('action', actions),
    ...named('line', lines),
    ...named('place', lines),
  ];
}

/** Gives back what the act changed. What its author has edited or withdrawn in the meantime stays the author's. */
function restore(state: SessionState, undoneSeq: number, seq: number): SessionState {
  const entry = state.undo.find(({ seq }) => seq === undoneSeq);
  if (entry === undefined) return state;
  let { ideas, priorities, actions } = state;
  for (const [id, before] of Object.entries(entry.ideas ?? {})) {
    const idea = ideas.get(id);
    if (idea !== undefined) ideas = ideas.set(id, { ...idea, ...before });
  }
  for (const [id, before] of Object.entries(entry.priorities ?? {})) {
    priorities = before === null ? priorities.delete(id) : priorities.set(id, before);
  }
  for (const [id, before] of Object.entries(entry.actions ?? {})) {
    const action = actions.get(id);
    if (action !== undefined) actions = actions.set(id, { ...action, ...before });
  }
  const lineWork = { ...state.lineWork };
  for (const [id, before] of Object.entries(entry.lines ?? {})) {
    if (before === null) delete lineWork[id];
    else lineWork[id] = before;
  }
  const undo = state.undo.filter((one) => one !== entry);
  const changedAt = subjectsOf(entry).reduce((all, subject) => all.set(subject, seq), state.changedAt);
  return { ...state, ideas, priorities, actions, lineWork, undo, changedAt };
}
