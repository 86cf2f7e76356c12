// Which options of votes go with these ideas when they are hidden: those behind which nothing else is to be seen. Pure.

import { isVote } from '../../server/engine/activities/vote/is-vote';
import type { OptionView } from '../../server/engine/activities/vote/types';
import type { FacilitatorView } from '../../server/engine/views';
import type { IdeaId } from '../../server/engine/vocabulary';

export function strikesOfHiding(
  { activity, steps, ideas }: Pick<FacilitatorView, 'activity' | 'steps' | 'ideas'>,
  hiding: readonly IdeaId[],
): readonly OptionView[] {
  const agenda = [...(activity === undefined ? [] : [activity]), ...Object.values(steps)];
  const options = agenda.filter(isVote).flatMap((step) => step.options);
  return options.filter(({ ideaIds = [] }) => {
    const standing = ideaIds.filter((id) => ideas[id] !== undefined && !ideas[id]?.hidden);
    return standing.length > 0 && standing.every((id) => hiding.includes(id));
  });
}
