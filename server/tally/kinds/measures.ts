// Agreement among raters and between lists. A measure that has no value for the given figures is null.
import * as z from 'zod';
import { kendallTauB, kendallW, spearmanRho } from '../../engine/voting/measures/concordance';
import { consensus, spread } from '../../engine/voting/measures/distribution';
import { CaseError, count, defineCase, MAX_CANDIDATES, MAX_CORRELATED, MAX_VOTERS } from '../case';

export const kendallWCase = defineCase(
  z.object({
    raters_by_items: z.array(z.array(z.number()).min(2).max(MAX_CANDIDATES)).min(1).max(MAX_VOTERS),
  }),
  ({ raters_by_items: raters }) => {
    const uneven = raters.findIndex((row) => row.length !== raters[0]!.length);
    if (uneven >= 0) throw new CaseError(`raters_by_items.${uneven}: every rater rates every item`);
    return { kendall_w: kendallW(raters) ?? null };
  },
);

export const ratingDistributionCase = defineCase(
  z.object({ counts: z.array(count).min(1).max(MAX_CANDIDATES) }),
  ({ counts }) => {
    if (!Number.isSafeInteger(counts.reduce((sum, people) => sum + people, 0)))
      throw new CaseError('counts: more answers than can be counted exactly');
    const found = spread(counts);
    if (found === undefined) throw new CaseError('counts: nobody answered');
    const { median, q1, q3, lowerMedian, n } = found;
    return { median, q1, q3, consensus: consensus(counts) ?? null, lower_median: lowerMedian, n };
  },
);

const list = z.array(z.number()).min(2).max(MAX_CORRELATED);

export const rankCorrelationCase = defineCase(z.object({ a: list, b: list }), ({ a, b }) => {
  if (a.length !== b.length) throw new CaseError('a, b: two lists of one length');
  return { kendall_tau_b: kendallTauB(a, b) ?? null, spearman_rho: spearmanRho(a, b) ?? null };
});
