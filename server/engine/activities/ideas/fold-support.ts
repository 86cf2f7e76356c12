// Folds who stands behind an idea: supporters come and go, and an author may let go of it.
import type { RecordedEvent } from '../../events';
import type { Idea, SessionState } from '../../state';
import { withItems } from '../../state';
import type { IdeaId } from '../../vocabulary';

/** What others support is theirs too: it stays, without its author. */
export function foldIdeaWithdrawn(state: SessionState, ideaId: IdeaId): SessionState {
  const idea = state.ideas.get(ideaId);
  const author = idea?.authorId == null ? undefined : state.participants.get(idea.authorId);
  if (idea?.authorId == null || author === undefined) return state;
  const ideaIds = author.ideaIds.filter((id) => id !== ideaId);
  return {
    ...withItems(withIdea(state, { ...idea, authorId: null }), idea.activityId, idea.authorId, -1),
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
  return {
    ...withItems(withIdea(state, { ...idea, supporterIds }), idea.activityId, participantId, supports ? 1 : -1),
    participants: state.participants.set(participantId, { ...person, supportIds }),
  };
}

/** One with neither author nor supporters is gone. */
function withIdea(state: SessionState, idea: Idea): SessionState {
  const { withdrawn, ideas } = state;
  if (idea.authorId !== null || idea.supporterIds.length > 0) return { ...state, ideas: ideas.set(idea.id, idea) };
  const gone = { ...withdrawn, ideas: withdrawn.ideas.set(idea.id, idea) };
  return { ...state, ideas: ideas.delete(idea.id), withdrawn: gone };
}
