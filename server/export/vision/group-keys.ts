// What stands for a group at the head of a column of figures.
import type { StakeholderGroup } from '../../engine/vocabulary';
import { type Block, paragraph } from '../document';
import type { Words } from '../words';

/** Names of groups are long: from four on a letter stands for each, so that no word of a heading has to be broken. */
const MOST_NAMED = 3;

export function keysOf(groups: readonly StakeholderGroup[], say: Words): readonly string[] {
  return groups.map(({ name }, at) =>
    groups.length <= MOST_NAMED ? name[say.locale] : at < 26 ? String.fromCharCode(65 + at) : String(at + 1),
  );
}

/** Which letter is which group, where letters stand. */
export function keyLegend(groups: readonly StakeholderGroup[], keys: readonly string[], say: Words): readonly Block[] {
  return keys.some((key, at) => key !== groups[at]?.name[say.locale])
    ? [paragraph(groups.map(({ name }, at) => `${keys[at]} – ${name[say.locale]}`).join(' · '), 'soft')]
    : [];
}
