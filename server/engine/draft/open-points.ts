// What the vision leaves open, per theme: contested lines, lines people want to discuss, goals that groups or the room are
// divided on, and priorities that only the tie convention kept out. Named in every view and export, never smoothed over.
import { chosenGoals } from '../activities/vote/goals';
import { shownVote } from '../activities/vote/standing-options';
import type { SessionState } from '../state';
import type { DeskLine, OpenPoint } from '../views';
import { asksForDiscussion } from '../voting/publishing/agreement-mark';

/** Of these lines, which are those the reader may see. */
export function openPoints(state: SessionState, lines: Readonly<Record<string, DeskLine>>): readonly OpenPoint[] {
  const inOrder = Object.values(lines).sort((a, b) => a.order - b.order);
  const judged = inOrder.flatMap(({ id, themeId, endorsement }): readonly OpenPoint[] => [
    ...(endorsement?.mark === 'contested' ? [{ reason: 'contested' as const, themeId, lineId: id }] : []),
    ...(endorsement?.mark !== undefined && asksForDiscussion(endorsement.counts ?? [])
      ? [{ reason: 'discussion' as const, themeId, lineId: id }]
      : []),
  ]);
  return [...judged, ...pointsOfVotes(state, lines)];
}

function pointsOfVotes(state: SessionState, lines: Readonly<Record<string, DeskLine>>): readonly OpenPoint[] {
  const goals = new Set(chosenGoals(state).map(({ option }) => option.id));
  return state.design.agenda.flatMap(({ id }): readonly OpenPoint[] => {
    const { vote, revealed } = state.activities[id] ?? {};
    if (vote?.outcome === undefined || !revealed) return [];
    const { flags, tiedAtCut } = vote.outcome;
    return shownVote(state, vote).options.flatMap(({ id: option, themeId, heading }): readonly OpenPoint[] => {
      const lineId = `goal:${option}`;
      if (!goals.has(option)) return tiedAtCut.includes(option) ? [{ reason: 'tied', themeId, priority: heading }] : [];
      if (lines[lineId] === undefined) return [];
      return [
        ...(flags.groupSplit.some((split) => split.option === option)
          ? [{ reason: 'groups_apart' as const, themeId, lineId }]
          : []),
        ...(flags.polarised.includes(option) ? [{ reason: 'room_divided' as const, themeId, lineId }] : []),
      ];
    });
  });
}
