// A vote of an agenda, the settings of one as they stand, and what it is published by.
import { findActivity, groupsOf, type SessionState } from '../../state';
import type { ActivityId, VoteSettings } from '../../vocabulary';
import type { VoteTables } from '../../voting/publishing/published-vote';
import { isVote } from './is-vote';
import type { VoteDesign, VoteState } from './types';

export function findVote(state: SessionState, id: ActivityId): VoteDesign | undefined {
  const design = findActivity(state, id);
  return isVote(design) ? design : undefined;
}

export function voteSettings(state: SessionState, { id, settings }: VoteDesign): VoteSettings {
  return state.activities[id]?.settings ?? settings;
}

export function voteTables(state: SessionState, design: VoteDesign, { options, struck = [] }: VoteState): VoteTables {
  return {
    method: voteSettings(state, design).method,
    options: options.map(({ id }) => id),
    struck,
    groupOf: groupsOf(state),
    workshop: state.design,
    rules: state.rules,
  };
}
