// From a goal down to people's own words and to the ballots behind it, whatever the method of the vote.
import { revealedVote } from '../activities/vote/results';
import type { VoteOption } from '../events';
import { secondersShown } from '../priorities';
import type { SessionState } from '../state';
import { findActivity } from '../state';
import { words } from '../told';
import type { Trace, TraceVotes } from '../views';
import type { ActivityId } from '../vocabulary';
import { figuresOf } from '../voting/telling/option-figures';

export function goalTrace(state: SessionState, activityId: ActivityId, option: VoteOption): Trace {
  const members = option.ideaIds.flatMap((id) => {
    const idea = state.ideas.get(id);
    return idea === undefined || idea.hidden ? [] : [idea];
  });
  const votes = votesBehind(state, activityId, option);
  return {
    priorityId: option.id,
    ideas: members.map(words),
    ...secondersShown(members),
    ...(votes === undefined ? {} : { votes }),
  };
}

/** Only while their results are revealed, and as they were published (CELL). */
function votesBehind(state: SessionState, activityId: ActivityId, { id, heading }: VoteOption): TraceVotes | undefined {
  const found = revealedVote(state, findActivity(state, activityId));
  if (found === undefined) return undefined;
  const { vote, shown, results, settings } = found;
  const { method, rule } = settings;
  return {
    activityId,
    heading,
    method,
    rule,
    ballots: shown.tally.ballots,
    joined: shown.present?.joined ?? state.participants.size,
    seq: shown.seq,
    at: vote.revealedAt?.[shown.seq] ?? 0,
    ...figuresOf(id, results),
  };
}
