// Whoever counts something in the recount: a list of its own, which shares nothing with the engine's. A kind of activity that
// nobody here names is not recounted, and the verdict says so.
import { Actions } from './kinds/actions';
import { Ballots } from './kinds/ballots';
import type { Hall } from './kinds/counter';
import { Ideas } from './kinds/ideas';
import { Judgements } from './kinds/judgements';

export function beginCounting(hall: Hall) {
  return [new Ideas(), new Actions(), new Ballots(hall), new Judgements()] as const;
}

type Part = ReturnType<ReturnType<typeof beginCounting>[number]['totals']>;
type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
/** The fields of all of them. */
export type Counted = Together<Part>;
