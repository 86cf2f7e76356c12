// The facilitator's hand on what people wrote: hide, move, correct the language, merge, rename, choose goals.
// Nothing here deletes: originals stay in the log and can be brought back.

import type { Decision } from './activities/rules';
import { findVote } from './activities/vote/settings';
import { shownVote } from './activities/vote/standing-options';
import { decideHiding, decideStrike } from './activities/vote/strike';
import type { AgendaCommand } from './agenda';
import type { FacilitatorCommand } from './commands';
import { decideWriting } from './draft/decide-writing';
import { HEADING_MAX_LENGTH, REASON_MAX_LENGTH } from './limits';
import { reject } from './rejection';
import type { Idea, SessionState } from './state';
import { requireText } from './text/clean';
import type { IdeaId, OwnText, PriorityId } from './vocabulary';
import { isSameChoice } from './voting/telling/departure';

/** Everything but the course of the agenda, and taking back. */
type ModerationCommand = Exclude<FacilitatorCommand, AgendaCommand | { readonly type: `moderation.${string}` }>;

export function decideModeration(state: SessionState, command: ModerationCommand): Decision {
  switch (command.type) {
    case 'idea.hide':
    case 'idea.unhide': {
      const idea = state.ideas.get(command.ideaId);
      if (idea === undefined) return reject('unknown_idea');
      const hide = command.type === 'idea.hide';
      if (idea.hidden === hide) return [];
      return hide ? decideHiding(state, idea.id) : [{ type: 'IdeaUnhidden', data: { ideaId: idea.id } }];
    }
    case 'idea.move':
      return decideMove(state, command);
    case 'idea.language': {
      const idea = state.ideas.get(command.ideaId);
      if (idea === undefined) return reject('unknown_idea');
      const { ideaId, lang } = command;
      return idea.lang === lang ? [] : [{ type: 'IdeaLanguageSet', data: { ideaId, lang } }];
    }
    case 'ideas.merge':
      return decideMerge(state, command.priorityId, [...new Set(command.ideaIds)], command.heading);
    case 'idea.group':
      return decideGrouping(state, command.ideaId, command.priorityId);
    case 'priority.rename':
      return decideRename(state, command.priorityId, command.heading);
    case 'action.hide':
    case 'action.unhide': {
      const action = state.actions.get(command.actionId);
      if (action === undefined) return reject('unknown_action');
      const hide = command.type === 'action.hide';
      if (action.hidden === hide) return [];
      return [{ type: hide ? 'ActionHidden' : 'ActionUnhidden', data: { actionId: action.id } }];
    }
    case 'option.strike':
    case 'option.restore':
      return decideStrike(state, command);
    case 'goals.choose':
      return decideGoals(state, command);
    default:
      return decideWriting(state, command);
  }
}

function decideMove(
  state: SessionState,
  { ideaId, themeId, horizonId }: Extract<FacilitatorCommand, { type: 'idea.move' }>,
): Decision {
  const idea = state.ideas.get(ideaId);
  if (idea === undefined || idea.themeId === undefined) return reject('unknown_idea');
  if (!state.design.themes.some(({ id }) => id === themeId)) return reject('unknown_theme');
  if (!state.design.horizons.some(({ id }) => id === horizonId)) return reject('unknown_horizon');
  if (idea.themeId === themeId && idea.horizonId === horizonId) return [];
  return [{ type: 'IdeaMoved', data: { ideaId, themeId, horizonId } }];
}

function decideMerge(
  state: SessionState,
  priorityId: PriorityId,
  ideaIds: readonly IdeaId[],
  heading: OwnText,
): Decision {
  const ideas = ideaIds.map((id) => state.ideas.get(id)).filter((idea): idea is Idea => idea?.themeId !== undefined);
  const first = ideas[0];
  if (first === undefined || ideas.length < ideaIds.length) return reject('unknown_idea');
  if (ideas.some((idea) => idea.themeId !== first.themeId || idea.horizonId !== first.horizonId))
    return reject('mixed_places');
  const text = requireText(heading.text, HEADING_MAX_LENGTH);
  if (typeof text !== 'string') return text;
  // Ideas and priorities share one space of ids: an idea standing alone is a priority under its own id.
  if (state.ideas.has(priorityId)) return reject('id_taken');
  const existing = state.priorities.get(priorityId);
  if (existing !== undefined) {
    const members = [...state.ideas.values()].filter((idea) => idea.priorityId === priorityId);
    const unchanged = existing.heading.text === text && existing.heading.lang === heading.lang;
    const sameMembers = members.length === ideas.length && ideas.every((idea) => idea.priorityId === priorityId);
    return unchanged && sameMembers ? [] : reject('id_taken');
  }
  return [{ type: 'IdeasMerged', data: { priorityId, ideaIds, heading: { text, lang: heading.lang } } }];
}

function decideGrouping(state: SessionState, ideaId: IdeaId, priorityId: PriorityId | null): Decision {
  const idea = state.ideas.get(ideaId);
  if (idea === undefined || idea.themeId === undefined) return reject('unknown_idea');
  if (idea.priorityId === priorityId) return [];
  if (priorityId !== null) {
    const priority = state.priorities.get(priorityId);
    if (priority === undefined) return reject('unknown_priority');
    if (priority.themeId !== idea.themeId || priority.horizonId !== idea.horizonId) return reject('mixed_places');
  }
  return [{ type: 'IdeaGrouped', data: { ideaId, priorityId } }];
}

function decideRename(state: SessionState, priorityId: PriorityId, heading: OwnText): Decision {
  const priority = state.priorities.get(priorityId);
  if (priority === undefined) return reject('unknown_priority');
  const text = requireText(heading.text, HEADING_MAX_LENGTH);
  if (typeof text !== 'string') return text;
  if (priority.heading.text === text && priority.heading.lang === heading.lang) return [];
  return [{ type: 'PriorityRenamed', data: { priorityId, heading: { text, lang: heading.lang } } }];
}

/** What the vote selects needs no reason; anything else says why, or the papers say that no reason was given. */
function decideGoals(state: SessionState, command: Extract<FacilitatorCommand, { type: 'goals.choose' }>): Decision {
  const { activityId } = command;
  if (findVote(state, activityId) === undefined) return reject('unknown_activity');
  const activity = state.activities[activityId];
  // Choosing before the room has seen the result would look like deciding for it.
  if (activity?.vote === undefined || !activity.revealed) return reject('results_hidden');
  const { goals, goalsReason, outcome } = activity.vote;
  const known = new Set(shownVote(state, activity.vote).options.map(({ id }) => id));
  const priorityIds = [...new Set(command.priorityIds)];
  if (priorityIds.some((id) => !known.has(id))) return reject('unknown_option');
  const words =
    command.reason === undefined || isSameChoice(priorityIds, outcome?.selected ?? [])
      ? undefined
      : requireText(command.reason.text, REASON_MAX_LENGTH);
  if (typeof words === 'object') return words;
  const reason = words === undefined ? undefined : { text: words, lang: command.reason?.lang ?? 'ky' };
  const sameReason = reason?.text === goalsReason?.text && reason?.lang === goalsReason?.lang;
  if (sameReason && priorityIds.join(' ') === goals.join(' ')) return [];
  return [{ type: 'GoalsChosen', data: { activityId, priorityIds, ...(reason === undefined ? {} : { reason }) } }];
}
