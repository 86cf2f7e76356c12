// A made-up person writes some ideas for the horizons that are asked about.
import { hideByMistake, write } from '../ideas/practice';
import type { Practice } from '../practice';

export const practice: Practice<'collect'> = {
  seconds: 210,
  async takePart(person, { id, horizonIds, maxPerPerson }) {
    const pool = person.sayings.filter(({ horizonId }) => horizonId !== undefined && horizonIds.includes(horizonId));
    const wished = person.isQuiet ? 1 : person.dice.int(1, horizonIds.length > 1 ? 4 : 3);
    await write(person, id, pool, Math.min(maxPerPerson, wished));
  },
  whenClosed: hideByMistake,
};
