// The one rule for writing down an idea, shared by `ask` and `collect`: add it, edit it while open, or change nothing.

import { IDEA_MAX_LENGTH } from '../../limits';
import { reject } from '../../rejection';
import type { SessionState } from '../../state';
import { requireText } from '../../text/clean';
import type { ActivityId, HorizonId, ParticipantId, ThemeId } from '../../vocabulary';
import type { ActivityCommand, Decision } from '../rules';

type Place = { readonly themeId: ThemeId; readonly horizonId: HorizonId } | Record<string, never>;

export function submitIdea(
  state: SessionState,
  activity: { readonly id: ActivityId; readonly maxPerPerson: number },
  participantId: ParticipantId,
  command: Extract<ActivityCommand, { readonly type: 'idea.submit' }>,
  place: Place,
): Decision {
  const text = requireText(command.text, IDEA_MAX_LENGTH);
  if (typeof text !== 'string') return text;
  const { ideaId, lang } = command;
  const existing = state.ideas.get(ideaId);
  if (existing === undefined) {
    if (state.priorities.has(ideaId)) return reject('id_taken');
    // Standing items count supports too, and supporting must not use up what one may write.
    const own = state.participants.get(participantId)?.ideaIds ?? [];
    const written = own.filter((id) => state.ideas.get(id)?.activityId === activity.id).length;
    if (written >= activity.maxPerPerson) return reject('too_many_ideas', { max: activity.maxPerPerson });
    return [{ type: 'IdeaSubmitted', data: { participantId, activityId: activity.id, ideaId, text, lang, ...place } }];
  }
  if (existing.authorId !== participantId) return reject('not_yours');
  if (existing.activityId !== activity.id) return reject('wrong_activity');
  const samePlace = existing.themeId === place.themeId && existing.horizonId === place.horizonId;
  if (existing.text === text && existing.lang === lang && samePlace) return [];
  if (existing.supporterIds.length > 0) return reject('supported');
  return [{ type: 'IdeaEdited', data: { ideaId, text, lang, ...place } }];
}

/** How many visible ideas an activity has, in all and by theme. */
export function countIdeas(
  state: SessionState,
  activityId: ActivityId,
): { readonly total: number; readonly byTheme: Readonly<Record<ThemeId, number>> } {
  const byTheme: Record<ThemeId, number> = {};
  let total = 0;
  for (const idea of state.ideas.values()) {
    if (idea.activityId !== activityId || idea.hidden) continue;
    total++;
    if (idea.themeId !== undefined) byTheme[idea.themeId] = (byTheme[idea.themeId] ?? 0) + 1;
  }
  return { total, byTheme };
}
