// Folds the facilitator's facts, and keeps beside each what it changed, so that it can be taken back.

import { struckBefore, withStruck } from './activities/vote/struck-options';
import { remember } from './acts';
import { foldWriting, type WritingFact } from './draft/fold-writing';
import type { RecordedEvent } from './events';
import { foldRedone, foldUndone } from './fold-undo';
import { leftIn, withLanguage } from './idea-language';
import type { Idea, IdeaBefore, SessionState, Taken } from './state';
import type { IdeaId, Locale, OwnText } from './vocabulary';

type OfIdeas = 'IdeaHidden' | 'IdeaUnhidden' | 'IdeaMoved' | 'IdeaGrouped' | 'IdeaLanguageSet' | 'IdeasMerged';
type Moderation =
  | OfIdeas
  | 'PriorityRenamed'
  | 'ActionHidden'
  | 'ActionUnhidden'
  | 'ModerationUndone'
  | 'ModerationRedone';
export type ModerationFact = Extract<RecordedEvent, { readonly type: Moderation }> | WritingFact;

export function foldModeration(state: SessionState, event: ModerationFact): SessionState {
  switch (event.type) {
    case 'IdeaHidden': {
      const { ideaId, strikes = [] } = event.data;
      const hidden = changeIdeas(state, event, [ideaId], { hidden: true }, { was: struckBefore(state, strikes) });
      return withStruck(hidden, strikes, true);
    }
    case 'IdeaUnhidden':
      return changeIdeas(state, event, [event.data.ideaId], { hidden: false });
    case 'IdeaMoved': {
      const { ideaId, themeId, horizonId } = event.data;
      return changeIdeas(state, event, [ideaId], { themeId, horizonId, priorityId: null });
    }
    case 'IdeaGrouped': {
      const { ideaId, priorityId } = event.data;
      const grouped = changeIdeas(state, event, [ideaId], { priorityId });
      const priority = grouped.priorities.get(priorityId ?? '');
      if (priority === undefined || priority.had.includes(ideaId)) return grouped;
      const { priorities } = grouped;
      return {
        ...grouped,
        priorities: priorities.set(priority.id, { ...priority, had: [...priority.had, ideaId] }),
      };
    }
    case 'IdeaLanguageSet': {
      const { ideaId, lang } = event.data;
      const words = { text: state.ideas.get(ideaId)?.text ?? '', lang };
      return withLanguage(changeIdeas(state, event, [ideaId], {}, { words, language: lang }), ideaId, lang);
    }
    case 'IdeasMerged': {
      const { priorityId, ideaIds, heading } = event.data;
      const { themeId, horizonId } = state.ideas.get(ideaIds[0] ?? '') ?? {};
      if (themeId === undefined || horizonId === undefined) return state;
      const also = { was: { priorities: { [priorityId]: null } }, words: heading };
      const merged = changeIdeas(state, event, ideaIds, { priorityId }, also);
      return {
        ...merged,
        priorities: state.priorities.set(priorityId, {
          id: priorityId,
          order: event.seq,
          heading,
          themeId,
          horizonId,
          had: ideaIds,
        }),
      };
    }
    case 'PriorityRenamed': {
      const priority = state.priorities.get(event.data.priorityId);
      if (priority === undefined) return state;
      return {
        ...remember(state, event, { priorities: { [priority.id]: priority } }, { words: event.data.heading }),
        priorities: state.priorities.set(priority.id, { ...priority, heading: event.data.heading }),
      };
    }
    case 'ActionHidden':
    case 'ActionUnhidden': {
      const action = state.actions.get(event.data.actionId);
      if (action === undefined) return state;
      return {
        ...remember(
          state,
          event,
          { actions: { [action.id]: { hidden: action.hidden } } },
          { words: { text: action.what, lang: action.lang } },
        ),
        actions: state.actions.set(action.id, { ...action, hidden: event.type === 'ActionHidden' }),
      };
    }
    case 'ModerationUndone':
      return foldUndone(state, event.data.undoneSeq, event);
    case 'ModerationRedone':
      return foldRedone(state, event.data.redoneSeq, event);
    default: {
      // Facts of writing.
      const lineWork = foldWriting(state.lineWork, event);
      if (lineWork === state.lineWork) return state;
      const changed = Object.keys(lineWork).filter((id) => lineWork[id] !== state.lineWork[id]);
      const lines = Object.fromEntries(changed.map((id) => [id, state.lineWork[id] ?? null]));
      return { ...remember(state, event, { lines }, { lineId: changed[0] ?? '' }), lineWork };
    }
  }
}

function changeIdeas(
  state: SessionState,
  event: RecordedEvent,
  ideaIds: readonly IdeaId[],
  what: Partial<Idea>,
  also: { readonly was?: Taken; readonly words?: OwnText; readonly language?: Locale } = {},
): SessionState {
  const before: Record<IdeaId, IdeaBefore> = {};
  let ideas = state.ideas;
  for (const id of ideaIds) {
    const idea = ideas.get(id);
    if (idea === undefined) continue;
    const { hidden, themeId, horizonId, priorityId } = idea;
    const { language } = also;
    before[id] = { hidden, themeId, horizonId, priorityId, ...(language && { language: leftIn(idea, language) }) };
    ideas = ideas.set(id, { ...idea, ...what });
  }
  const first = state.ideas.get(ideaIds[0] ?? '');
  const words = also.words ?? (first === undefined ? undefined : { text: first.text, lang: first.lang });
  return {
    ...remember(state, event, { ideas: before, ...also.was }, words === undefined ? {} : { words }),
    ideas,
  };
}
