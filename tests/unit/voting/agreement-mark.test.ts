import fc from 'fast-check';
import { asksForDiscussion, dissentOf, markOf } from '../../../server/engine/voting/publishing/agreement-mark';

const none = { byGroup: {} };
const mark = (...counts: number[]) => markOf({ counts, ...none }, 5);

describe('the mark of a line', () => {
  test('[ENDO4] agreed: seven in ten of those who did not abstain have at most a small remark', () => {
    expect(mark(5, 2, 3, 0, 0, 0, 0, 0)).toBe('agreed');
    expect(mark(5, 1, 4, 0, 0, 0, 0, 0)).toBe('reservations');
    expect(mark(5, 2, 3, 50, 0, 0, 0, 0)).toBe('agreed');
  });

  test('[ENDO4] contested: under 70 % support, or 15 % against', () => {
    expect(mark(7, 0, 0, 0, 3, 0, 0, 0)).toBe('agreed');
    expect(mark(69, 0, 0, 0, 31, 0, 0, 0)).toBe('contested');
    expect(mark(17, 0, 0, 0, 0, 0, 2, 1)).toBe('contested');
    expect(mark(18, 0, 0, 0, 0, 0, 1, 1)).toBe('agreed');
  });

  test('[ENDO4] contested: a group that may be shown is not with the room', () => {
    const counts = [40, 0, 0, 0, 5, 0, 0, 0];
    const heads = { byGroup: { heads: [2, 0, 0, 0, 4, 0, 0, 0] } };
    expect(markOf({ counts, ...heads }, 5)).toBe('contested');
    expect(markOf({ counts, byGroup: { heads: [3, 0, 0, 1, 3, 0, 0, 0] } }, 5)).toBe('agreed');
    expect(markOf({ counts, byGroup: {}, nearlyAll: { heads: { point: 4, atLeast: 5, of: 6 } } }, 5)).toBe('contested');
    expect(markOf({ counts, byGroup: {}, nearlyAll: { heads: { point: 0, atLeast: 5, of: 6 } } }, 5)).toBe('agreed');
  });

  test('[ENDO4] too few judgements, or abstentions only, have no mark', () => {
    expect(mark(4, 0, 0, 0, 0, 0, 0, 0)).toBeUndefined();
    expect(mark(4, 0, 0, 1, 0, 0, 0, 0)).toBe('agreed');
    expect(mark(0, 0, 0, 9, 0, 0, 0, 0)).toBeUndefined();
  });

  test('[ENDO4] one more who fully agrees never makes a mark worse', () => {
    const worstFirst = [undefined, 'contested', 'reservations', 'agreed'];
    const levels = fc.array(fc.nat(30), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(levels, ([first = 0, ...rest]) => {
        const [before, after] = [mark(first, ...rest), mark(first + 1, ...rest)].map((one) => worstFirst.indexOf(one));
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });
});

describe('minority views', () => {
  test('[ENDO5] of groups that may be shown, from two people on, never of a withheld one', () => {
    expect(
      dissentOf({ counts: [], byGroup: { heads: [3, 0, 0, 0, 3, 0, 1, 1], people: [6, 0, 0, 0, 1, 0, 1, 0] } }),
    ).toEqual([
      { groupId: 'heads', asks: 'discussion', people: 3, of: 8 },
      { groupId: 'heads', asks: 'rejection', people: 2, of: 8 },
    ]);
    expect(dissentOf({ counts: [0, 0, 0, 0, 9, 0, 9, 0], byGroup: {} })).toEqual([]);
  });

  test('[ENDO5] a bound stays a bound', () => {
    const nearlyAll = { a: { point: 7, atLeast: 5, of: 6 }, b: { point: 5, atLeast: 5, of: 6 } };
    expect(dissentOf({ counts: [], byGroup: {}, nearlyAll })).toEqual([
      { groupId: 'a', asks: 'rejection', people: 5, of: 6, atLeast: true },
    ]);
  });
});

test('[ENDO6] much discussion is 15 % of those who did not abstain', () => {
  expect(asksForDiscussion([17, 0, 0, 100, 3, 0, 0, 0])).toBe(true);
  expect(asksForDiscussion([18, 0, 0, 0, 2, 0, 0, 0])).toBe(false);
  expect(asksForDiscussion([0, 0, 0, 4, 0, 0, 0, 0])).toBe(false);
});
