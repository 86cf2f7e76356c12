// Why a vote would not open now: nothing to vote on, or more than fits on one ballot. Pure.

import type { VoteView } from '../../../../server/engine/activities/vote/types';
import { LARGEST_MESSAGE } from '../../../../server/engine/limits';
import type { FacilitatorView } from '../../../../server/engine/views';
import { largestBallot } from '../../../../server/engine/voting/methods/largest-ballot';
import type { Lack } from '../../face';

export function lackOfOptions(
  { priorities }: Pick<FacilitatorView, 'priorities'>,
  { horizonIds, settings }: VoteView,
): Lack | undefined {
  const options = Object.entries(priorities).flatMap(([id, { horizonId }]) =>
    horizonIds.includes(horizonId) ? [id] : [],
  );
  if (options.length === 0) return { lacks: 'vote' };
  const size = largestBallot(settings.method, options);
  if (size <= LARGEST_MESSAGE) return undefined;
  return { lacks: 'tooMany', most: Math.floor((options.length * LARGEST_MESSAGE) / size) };
}
