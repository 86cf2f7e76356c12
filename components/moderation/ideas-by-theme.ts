// How many ideas stand behind each theme's name on the desk, and which: those of the step, or where they are grouped, those that
// a vote takes. Pure.
import { isVote } from '../../server/engine/activities/vote/is-vote';
import type { FacilitatorView } from '../../server/engine/views';
import type { HorizonId, ThemeId } from '../../server/engine/vocabulary';

/** Every horizon where no vote takes any. */
export function votedHorizons({
  agenda,
  horizons,
}: Pick<FacilitatorView, 'agenda' | 'horizons'>): readonly HorizonId[] {
  const voted = agenda.filter(isVote).flatMap(({ horizonIds = [] }) => horizonIds);
  return horizons.map(({ id }) => id).filter((id) => voted.length === 0 || voted.includes(id));
}

export function ideasByTheme(
  { themes, ideas }: Pick<FacilitatorView, 'themes' | 'ideas'>,
  horizonIds: readonly HorizonId[],
): Readonly<Record<ThemeId, number>> {
  const counted = Object.values(ideas).filter(
    ({ horizonId, hidden }) => !hidden && horizonId !== undefined && horizonIds.includes(horizonId),
  );
  return Object.fromEntries(themes.map(({ id }) => [id, counted.filter(({ themeId }) => themeId === id).length]));
}
