// How hot a share is beside the others: a colour scale that ends at 100 % would show no difference between 10 % and 30 %.
import type { RollUp } from './roll-up';

/** The highest share of a theme, or of a single priority; shares of each kind are coloured by their own. */
export function hottest({ themes }: RollUp): { readonly theme: number; readonly priority: number } {
  const cells = themes.flatMap(({ common, particular }) => [...common, ...particular].flatMap((row) => row.cells));
  return {
    theme: Math.max(0, ...themes.flatMap(({ shares }) => shares.map((share) => share ?? 0))),
    priority: Math.max(0, ...cells.map((cell) => cell?.share ?? 0)),
  };
}

/** 0 to 1; null stays null. */
export function heatOf(share: number | null | undefined, highest: number): number | null {
  if (share == null) return null;
  return highest === 0 ? 0 : share / highest;
}
