// What few people have answered is given as how many, and nothing else (CELL10).

/** So many have answered, fewer than `smallestCell`: nothing else is shown of what they said (CELL10). */
export type Few = { readonly few: number };

/** The figures, where they are shown at all. */
export function shownOf<Result extends object>(result: Result | Few | undefined): Result | undefined {
  return result === undefined || 'few' in result ? undefined : result;
}

/** How many have answered, where that is all that is shown. */
export function fewIn(result: object | Few | undefined): number | undefined {
  return result !== undefined && 'few' in result ? result.few : undefined;
}
