// Options from most to least supported, and the rank each is shown with (methods A8).
export type Ranked<Option> = { readonly option: Option; readonly rank: number };

/**
 * `compare` is negative where the first is ahead, 0 for equals, who share a rank and keep the order they came in. Ranks start
 * at 1 and count everybody ahead.
 */
export function rankOptions<Option>(
  options: readonly Option[],
  compare: (a: Option, b: Option) => number,
): readonly Ranked<Option>[] {
  let rank = 0;
  return [...options].sort(compare).map((option, index, sorted) => {
    const previous = sorted[index - 1];
    if (previous === undefined || compare(previous, option) !== 0) rank = index + 1;
    return { option, rank };
  });
}

/** Options that share a rank, best first. */
export function tiersOf<Option>(ranked: readonly Ranked<Option>[]): readonly (readonly Option[])[] {
  const tiers: Option[][] = [];
  let last = 0;
  for (const { option, rank } of ranked) {
    if (rank === last) tiers.at(-1)!.push(option);
    else tiers.push([option]);
    last = rank;
  }
  return tiers;
}
