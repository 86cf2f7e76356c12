// Cumulative ballots: rows of an id and its points.
import * as z from 'zod';
import { add, type Fraction, ZERO } from '../../engine/voting/fraction';
import { CaseError, defineCase, exact, exactOut, MAX_VOTERS, requireCommonDenominator } from '../case';

export const optionId = z.union([z.string(), z.number()]);

const schema = z.object({ ballots: z.array(z.array(z.tuple([optionId, exact]))).max(MAX_VOTERS) });

export const dotsCase = defineCase(schema, ({ ballots }) => {
  const totals = new Map<string, Fraction>();
  const supporters = new Map<string, number>();
  requireCommonDenominator(
    ballots.flat().map(([, points]) => points),
    'ballots',
  );
  ballots.forEach((ballot, voter) => {
    const seen = new Set<string>();
    for (const [given, points] of ballot) {
      const id = String(given);
      if (seen.has(id)) throw new CaseError(`ballots.${voter}: ${JSON.stringify(given)} twice`);
      seen.add(id);
      totals.set(id, add(totals.get(id) ?? ZERO, points));
      supporters.set(id, (supporters.get(id) ?? 0) + (points.n > 0n ? 1 : 0));
    }
  });
  return {
    totals: Object.fromEntries([...totals].map(([id, total]) => [id, exactOut(total)])),
    supporters: Object.fromEntries(supporters),
  };
});
