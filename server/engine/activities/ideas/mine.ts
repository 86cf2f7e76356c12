// A person's own ideas, and those of others that they support.
import type { Idea, SessionState } from '../../state';
import { writtenIdea } from '../../told';
import type { OwnIdeaView } from '../../views';
import type { ParticipantId } from '../../vocabulary';
import { struckIdeas } from '../vote/standing-options';
import type { IdeasOfMine } from './types';

export function ideasOfMine(state: SessionState, participantId: ParticipantId): IdeasOfMine {
  const { ideaIds = [], supportIds = [] } = state.participants.get(participantId) ?? {};
  const ideas = ideaIds.flatMap((id) => {
    const idea = state.ideas.get(id);
    return idea === undefined ? [] : [[id, ownIdea(idea)] as const];
  });
  const struck = struckIdeas(state);
  const supports = supportIds.flatMap((id) => {
    const idea = state.ideas.get(id);
    return idea === undefined || idea.hidden || struck.has(id) ? [] : [[id, writtenIdea(idea)] as const];
  });
  return { ideas: Object.fromEntries(ideas), supports: Object.fromEntries(supports) };
}

function ownIdea(idea: Idea): OwnIdeaView {
  return {
    ...writtenIdea(idea),
    ...(idea.hidden ? { hidden: true } : {}),
    ...(idea.supporterIds.length > 0 ? { supported: true } : {}),
  };
}
