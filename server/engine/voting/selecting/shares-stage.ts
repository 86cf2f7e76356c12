// A run of Equal Shares over any goods: seats at unit cost or priorities with a price.
import type { Fraction } from '../fraction';
import { fraction, multiply, ZERO } from '../fraction';
import type { Good, Purses } from './purses';
import { leastPrice, pay } from './purses';
import type { Stage } from './stage';
import { leastPriced } from './stage';

export type SharesDesign = {
  readonly goods: readonly Good[];
  /** Turns a price found with whole numbers back into the units of the caller. */
  readonly unit: Fraction;
  /** What goes on when nobody can pay for anything any more. */
  readonly complete?: (left: Purses, taken: ReadonlySet<number>) => Stage;
};

export interface SharesStage extends Stage {
  /** Money each voter has now. */
  money(): readonly Fraction[];
}

export function createSharesStage(design: SharesDesign, purses: Purses): SharesStage {
  const { goods } = design;
  // Nothing costs less than 0, so 0 is a bound that holds before the first look. What nobody wants is never bought.
  const wanted = goods.map((_, at) => at).filter((at) => goods[at]!.supporters.length > 0);
  return sharesStage(design, purses, new Map(wanted.map((at) => [at, ZERO])), new Set());
}

function sharesStage(
  design: SharesDesign,
  start: Purses,
  known: Map<number, Fraction>,
  taken: Set<number>,
): SharesStage {
  const { goods, unit, complete } = design;
  let purses = start;
  let second: Stage | undefined;
  const money = (): readonly Fraction[] => purses.money.map((value) => fraction(value, purses.denominator));

  return {
    cheapest() {
      if (second !== undefined) return second.cheapest();
      const least = leastPriced(known, (good) => leastPrice(purses, goods[good]!));
      if (least !== undefined) return { price: multiply(least.price, unit), tied: least.tied, phase: 'equal-shares' };
      second = complete?.(purses, taken);
      return second?.cheapest();
    },
    take(chosen) {
      if (second !== undefined) return second.take(chosen);
      const good = goods[chosen]!;
      const price = leastPrice(purses, good);
      if (price === undefined) throw new RangeError('Nobody can pay for this');
      const paid = pay(purses, good, price);
      purses = paid.purses;
      known.delete(chosen);
      taken.add(chosen);
      return paid.payers;
    },
    fork() {
      const copy = sharesStage(design, purses, new Map(known), new Set(taken));
      if (second === undefined) return copy;
      return second.fork();
    },
    key() {
      if (second !== undefined) return second.key();
      const left = money().map(({ n, d }) => `${n}/${d}`);
      return `shares ${[...taken].sort((a, b) => a - b).join()} ${left.join()}`;
    },
    money,
  };
}
