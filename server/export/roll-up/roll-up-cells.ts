// Figures of a roll-up as every format writes them.
import type { RollUpRow } from '../../engine/roll-up/roll-up';
import type { GroupId } from '../../engine/vocabulary';
import type { Words } from '../words';

/** Whole per cent. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** A dash where nobody voted: that is not zero. */
export function percentCell(share: number | null): string {
  return share === null ? '–' : percent(share);
}

export function groupCell({ byGroup }: RollUpRow, group: GroupId, say: Words): string {
  const figure = byGroup[group];
  if (figure === undefined) return say('withheld');
  return figure.share === null ? '–' : `${percent(figure.share)} (${figure.districts})`;
}
