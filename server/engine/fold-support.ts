// Folds who stands behind an idea: supporters come and go, and an author may let go of it.
import type { RecordedEvent } from './events';
import type { SessionState } from './state';
import { withItems } from './state';
import type { IdeaId } from './vocabulary';

/** What others support is theirs too: it stays, without its author. */
export function foldIdeaWithdrawn(state: SessionState, ideaId: IdeaId): SessionState {
  const idea = state.ideas.get(ideaId);
  const author = idea?.authorId == null ? undefined : state.participants.get(idea.authorId);
  if (idea?.authorId == null || author === undefined) return state;
  const ideaIds = author.ideaIds.filter((id) => id !== ideaId);
  return {
    ...withItems(state, idea.activityId, idea.authorId, -1),
    ideas:
      idea.supporterIds.length === 0
        ? state.ideas.delete(ideaId)
        : state.ideas.set(ideaId, { ...idea, authorId: null }),
    participants: state.participants.set(idea.authorId, { ...author, ideaIds }),
  };
}

export function foldSupport(
  state: SessionState,
  event: Extract<RecordedEvent, { type: 'IdeaSupported' | 'IdeaUnsupported' }>,
): SessionState {
  const { participantId, ideaId } = event.data;
  const idea = state.ideas.get(ideaId);
  const person = state.participants.get(participantId);
  const supports = event.type === 'IdeaSupported';
  if (idea === undefined || person === undefined || idea.supporterIds.includes(participantId) === supports)
    return state;
  const others = idea.supporterIds.filter((id) => id !== participantId);
  const supporterIds = supports ? [...others, participantId] : others;
  const ownOthers = person.supportIds.filter((id) => id !== ideaId);
  const supportIds = supports ? [...ownOthers, ideaId] : ownOthers;
  const orphaned = supporterIds.length === 0 && idea.authorId === null;
  return {
    ...withItems(state, idea.activityId, participantId, supports ? 1 : -1),
    ideas: orphaned ? state.ideas.delete(ideaId) : state.ideas.set(ideaId, { ...idea, supporterIds }),
    participants: state.participants.set(participantId, { ...person, supportIds }),
  };
}
