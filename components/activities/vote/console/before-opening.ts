// What is odd about a vote that is about to open: said before, since nothing can be put right once people vote. Pure.

import { isVote } from '../../../../server/engine/activities/vote/is-vote';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { FacilitatorView } from '../../../../server/engine/views';
import type { HorizonId } from '../../../../server/engine/vocabulary';
import type { SuggestedGroup } from '../../../../server/protocol/wire';

export type BeforeOpening = {
  readonly options: number;
  /** More places than options: everything would be chosen. */
  readonly few: boolean;
  /** Groups of ideas that look alike, of the horizons of this vote, and are not merged. */
  readonly suggested: number;
  /** Ideas that no vote of the agenda takes, and their horizons. */
  readonly left: { readonly ideas: number; readonly horizonIds: readonly HorizonId[] };
};

export function beforeOpening(
  view: FacilitatorView,
  { horizonIds, settings }: Pick<VoteView, 'horizonIds' | 'settings'>,
  groups: readonly SuggestedGroup[],
): BeforeOpening {
  const isTaken = (horizonId: HorizonId | undefined): boolean =>
    horizonId !== undefined && horizonIds.includes(horizonId);
  const options = Object.values(view.priorities).filter((priority) => isTaken(priority.horizonId)).length;
  const voted = new Set(view.agenda.filter(isVote).flatMap(({ horizonIds: ids = [] }) => ids));
  const left = Object.values(view.ideas).flatMap(({ horizonId, hidden }) =>
    horizonId === undefined || hidden || voted.has(horizonId) ? [] : [horizonId],
  );
  return {
    options,
    few: options < settings.places,
    suggested: groups.filter(({ ideaIds }) => isTaken(view.ideas[ideaIds[0] ?? '']?.horizonId)).length,
    left: {
      ideas: left.length,
      horizonIds: view.horizons.map(({ id }) => id).filter((id) => left.includes(id)),
    },
  };
}
