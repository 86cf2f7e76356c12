// Vote: dots over the priorities that stood when the vote first opened. This file decides whether a vote counts.

import { voteOptions } from '../priorities';
import { reject } from '../rejection';
import type { SessionState, VoteState } from '../state';
import { activityState } from '../state';
import type { DotsResult } from '../views';
import type { PriorityId, VoteDesign } from '../vocabulary';
import { checkBallot, rankOptions } from '../voting/dots';
import { splitByGroup } from '../voting/suppression';
import type { ActivityRules } from './rules';

export const vote: ActivityRules<VoteDesign> = {
  kind: 'vote',
  revealOnlyClosed: true,
  freeze(state, design) {
    return { options: voteOptions(state, design.horizonIds) };
  },
  decide(state, design, participantId, command) {
    const { vote: standing } = activityState(state, design.id);
    if (standing === undefined) return reject('activity_closed');
    const before = standing.ballots.get(participantId);
    if (command.type === 'ballot.withdraw') {
      return before === undefined ? [] : [{ type: 'BallotWithdrawn', data: { participantId, activityId: design.id } }];
    }
    if (command.type !== 'ballot.cast') return reject('wrong_activity');
    const choices = checkBallot(command.choices, { budget: design.budget, cap: design.cap, options: standing.options });
    if ('rejected' in choices) return choices;
    if (choices.length === 0) {
      return before === undefined ? [] : [{ type: 'BallotWithdrawn', data: { participantId, activityId: design.id } }];
    }
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(choices)) return [];
    return [{ type: 'BallotCast', data: { participantId, activityId: design.id, choices } }];
  },
  view(state, design, activity) {
    const standing = activity.vote;
    return {
      kind: 'vote',
      method: design.method,
      budget: design.budget,
      cap: design.cap,
      goalsPerTheme: design.goalsPerTheme,
      options: (standing?.options ?? []).map(({ id, heading, themeId, horizonId }) => ({
        id,
        heading,
        themeId,
        horizonId,
      })),
      goals: standing?.goals ?? [],
      ...(standing !== undefined && activity.revealed ? { results: dotsResults(state, standing) } : {}),
    };
  },
};

/** Totals with the split that small cells allow. Only for a revealed vote. */
export function dotsResults(state: SessionState, standing: VoteState): Readonly<Record<PriorityId, DotsResult>> {
  return Object.fromEntries(
    rankOptions(standing.tally, standing.options).map(({ option, count, rank }) => [
      option.id,
      {
        dots: count.dots,
        supporters: count.supporters,
        rank,
        dotsByGroup: splitByGroup(count.dotsByGroup, standing.tally.ballotsByGroup, state.design),
      },
    ]),
  );
}
