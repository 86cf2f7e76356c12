// What few people have answered is given as how many, and nothing else (CELL10).
import type { Few } from '../views';

/** The figures, where they are shown at all. */
export function shownOf<Result extends object>(result: Result | Few | undefined): Result | undefined {
  return result === undefined || 'few' in result ? undefined : result;
}

/** How many have answered, where that is all that is shown. */
export function fewIn(result: object | Few | undefined): number | undefined {
  return result !== undefined && 'few' in result ? result.few : undefined;
}
