// Ideas and priorities of one theme and horizon, as they lie on the facilitator's desk.
import type { FacilitatorView, IdeaView, PriorityView } from '../../server/engine/views';
import type { HorizonId, IdeaId, PriorityId, ThemeId } from '../../server/engine/vocabulary';
import { inOrder } from '../ui/in-order';

export type DeskIdea = { readonly id: IdeaId; readonly idea: IdeaView };
export type DeskPriority = {
  readonly id: PriorityId;
  readonly priority: PriorityView;
  readonly members: readonly DeskIdea[];
};
export type Place = {
  readonly horizonId: HorizonId;
  readonly merged: readonly DeskPriority[];
  readonly alone: readonly DeskIdea[];
  readonly hidden: readonly DeskIdea[];
};

/** Horizons in the given order; those without anything are kept, so that the desk does not jump. */
export function placesOf(view: FacilitatorView, themeId: ThemeId, horizonIds: readonly HorizonId[]): readonly Place[] {
  const ideas = inOrder(view.ideas).filter(([, idea]) => idea.themeId === themeId);
  const merged = inOrder(view.priorities).filter(([, priority]) => priority.merged && priority.themeId === themeId);
  const inside = new Set(merged.flatMap(([, priority]) => priority.ideaIds));
  return horizonIds.map((horizonId) => {
    const here = ideas.filter(([, idea]) => idea.horizonId === horizonId).map(([id, idea]) => ({ id, idea }));
    return {
      horizonId,
      merged: merged
        .filter(([, priority]) => priority.horizonId === horizonId)
        .map(([id, priority]) => ({
          id,
          priority,
          members: priority.ideaIds.flatMap((ideaId) => here.filter((entry) => entry.id === ideaId)),
        })),
      alone: here.filter(({ id, idea }) => !idea.hidden && !inside.has(id)),
      hidden: here.filter(({ idea }) => idea.hidden === true),
    };
  });
}
