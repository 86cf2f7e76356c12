import fc from 'fast-check';
import { shownGroups, splitAmount, turnoutByGroup } from '../../../server/engine/voting/publishing/suppression';
import { smallWorkshop } from '../../support/workshop';

test('[CELL1] a group with fewer respondents than the smallest cell is hidden', () => {
  expect(shownGroups({ heads: 4, communities: 20, civil: 9, district: 3 }, 5)).toEqual(
    new Set(['communities', 'civil']),
  );
});

test('[CELL2] a single hidden group takes the next smallest with it', () => {
  expect(shownGroups({ heads: 4, communities: 20, civil: 9 }, 5)).toEqual(new Set(['communities']));
});

test('[CELL2] two hidden groups with too few people between them take a third', () => {
  expect(shownGroups({ heads: 2, district: 2, communities: 20, civil: 9 }, 5)).toEqual(new Set(['communities']));
});

test('[CELL3] a silent group is shown as zero; a withheld one is left out', () => {
  const rules = { ...smallWorkshop, respondents: { communities: 6 }, withheld: new Set<string>() };
  expect(splitAmount({ communities: 9 }, 3, rules)).toEqual({ byGroup: { heads: 0, communities: 9, civil: 0 } });
  const few = { ...rules, respondents: { communities: 6, heads: 1 }, withheld: new Set(['communities', 'heads']) };
  expect(splitAmount({ communities: 9, heads: 1 }, 3, few)).toEqual({ byGroup: { civil: 0 } });
});

test('[CELL8] turnout says nothing of a group of few people', () => {
  const joined = { heads: 2, communities: 9, civil: 4 };
  expect(turnoutByGroup({ heads: 1, communities: 7 }, joined, smallWorkshop)).toEqual({ communities: 7 });
  expect(turnoutByGroup({ communities: 7 }, { communities: 9, civil: 4 }, smallWorkshop)).toEqual({
    heads: 0,
    communities: 7,
    civil: 0,
  });
});

test('[CELL1] [CELL2] whatever the groups, what is hidden cannot be computed for fewer than the smallest cell', () => {
  const respondents = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: 0, max: 12 }));
  fc.assert(
    fc.property(respondents, fc.integer({ min: 2, max: 10 }), (counts, smallest) => {
      const shown = shownGroups(counts, smallest);
      for (const group of shown) expect(counts[group] === 0 || (counts[group] ?? 0) >= smallest).toBe(true);
      const hidden = Object.keys(counts).filter((group) => !shown.has(group));
      const everyone = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const hiddenPeople = hidden.reduce((sum, group) => sum + (counts[group] ?? 0), 0);
      // Total minus the shown is the hidden together: it must be nobody, or enough people of at least two groups — or the whole room.
      const safe = hidden.length === 0 || (hidden.length >= 2 && hiddenPeople >= smallest) || hiddenPeople === everyone;
      expect(safe).toBe(true);
    }),
  );
});
