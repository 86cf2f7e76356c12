// Who stands behind things, and has them among their own.
import type { SessionState } from '../../state';
import type { IdeaId, ParticipantId } from '../../vocabulary';

type Authored = { readonly authorId: ParticipantId | null };

export function authors(things: readonly (Authored | undefined)[]): readonly ParticipantId[] {
  return [...new Set(things.flatMap((thing) => (thing?.authorId == null ? [] : [thing.authorId])))];
}

/** Authors and supporters: both have the idea among their own things. */
export function backers(state: SessionState, ideaIds: readonly IdeaId[]): readonly ParticipantId[] {
  const ideas = ideaIds.map((id) => state.ideas.get(id));
  return [...new Set([...authors(ideas), ...ideas.flatMap((idea) => idea?.supporterIds ?? [])])];
}
