// Figures of a roll-up as every format writes them.
import type { GroupShare, RollUpCell } from '../../engine/roll-up/roll-up';
import type { Words } from '../words';

/** "14/117 (12 %)": a share with what it is a share of. A dash where nobody voted: that is not zero. */
export function shareCell(votes: number, of: number): string {
  return of === 0 ? '–' : `${votes}/${of} (${Math.round((100 * votes) / of)} %)`;
}

/** What of a district's priority: withheld where it is of too few people. */
export function priorityCell({ votes }: Pick<RollUpCell, 'votes'>, of: number, say: Words): string {
  return votes === undefined ? say('withheld') : shareCell(votes, of);
}

/** With the number of districts that publish the group's votes. */
export function groupCell(figure: GroupShare | undefined, say: Words): string {
  if (figure === undefined) return say('withheld');
  const { votes, of, districts } = figure;
  return of === 0 ? '–' : `${shareCell(votes, of)} · ${districts}`;
}
