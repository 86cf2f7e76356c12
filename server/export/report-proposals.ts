// Proposals that would stand nowhere in a document: for the far horizon, no goal, and asked about by no vote that is shown.

import { chosenGoals } from '../engine/activities/vote/goals';
import { revealedVote } from '../engine/activities/vote/results';
import { secondersShown, shownPriorities } from '../engine/priorities';
import type { SessionState } from '../engine/state';
import type { OwnText, ThemeId } from '../engine/vocabulary';

export type ReportProposal = {
  readonly themeId: ThemeId;
  readonly heading: OwnText;
  /** In people's own words. */
  readonly ideas: readonly OwnText[];
  readonly seconders?: number;
};

export function listProposals(state: SessionState): readonly ReportProposal[] {
  const told = new Set([
    ...chosenGoals(state).map(({ option }) => option.id),
    ...state.design.agenda.flatMap((design) =>
      (revealedVote(state, design)?.vote.options ?? []).map((option) => option.id),
    ),
  ]);
  // What is of today or of tomorrow is a line of the draft.
  return shownPriorities(state)
    .filter(({ id, horizonId }) => horizonId === '2030' && !told.has(id))
    .map(({ themeId, heading, ideas }) => ({
      themeId,
      heading,
      ideas: ideas.map(({ text, lang }) => ({ text, lang })),
      ...secondersShown(ideas),
    }));
}
