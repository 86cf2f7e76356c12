// A reader who keeps every table ever shown and knows who answered, when, and who changed an answer: everything but what the
// answers were. Published figures are then linear equations, one unknown per person and answer.
import type { Answers, Publication, Source } from '../../../server/engine/voting/publishing/publication';
import { onView, publish } from '../../../server/engine/voting/publishing/publication';

export type Room = {
  readonly groupOf: Readonly<Record<string, string>>;
  readonly smallestCell: number;
  /** Even the first total of fewer people is kept back: items (CELL9, CELL10). */
  readonly hidesFew?: boolean;
};
/** What stands at each reveal. */
export type History = readonly Answers[];
type Publisher = (
  before: Publication<Answers> | undefined,
  now: { readonly seq: number; readonly standing: Answers },
  source: Source<Answers>,
) => Publication<Answers>;

const TABLE = 'all';

function sourceOf({ groupOf, smallestCell, hidesFew = false }: Room): Source<Answers> {
  return {
    tables: [TABLE],
    answers: (standing) => new Map([[TABLE, standing]]),
    groupOf: (id) => groupOf[id]!,
    smallestCell,
    hidesFew,
  };
}

/** A sum over these people's answers. */
type Figure = Answers;

/** Every figure that was on view after some reveal: totals and groups shown. */
export function figuresSeen(room: Room, history: History, publisher: Publisher = publish): readonly Figure[] {
  const figures: Figure[] = [];
  let publication: Publication<Answers> | undefined;
  for (const [seq, standing] of history.entries()) {
    publication = publisher(publication, { seq, standing }, sourceOf(room));
    const table = onView(publication, TABLE);
    if (table === undefined) continue;
    const { moment, withheld } = table;
    const everyone = [...moment.standing];
    figures.push(new Map(everyone));
    for (const group of new Set(Object.values(room.groupOf)))
      if (!withheld.has(group)) figures.push(new Map(everyone.filter(([id]) => room.groupOf[id] === group)));
  }
  return figures;
}

/** Fewer than `smallestCell` people whose answers some combination of figures depends on alone; undefined if there are none. */
export function disclosed(room: Room, figures: readonly Figure[]): readonly string[] | undefined {
  const columns = [...new Set(figures.flatMap((figure) => [...figure].map((unknown) => unknown.join(' '))))];
  const rows = figures.map((figure) => columns.map((column) => (isIn(figure, column) ? 1 : 0)));
  const rank = rankOf(rows);
  // The first total of whole ballots is the room's own, however few they are.
  const first = room.hidesFew ? undefined : figures.find((figure) => figure.size > 0);
  const few = first !== undefined && first.size < room.smallestCell ? [...first.keys()] : undefined;
  return subsets(Object.keys(room.groupOf), room.smallestCell - 1).find((people) => {
    const others = rows.map((row) => row.filter((_, at) => !people.includes(columns[at]!.split(' ')[0]!)));
    const known = few?.every((id) => people.includes(id)) === true ? 1 : 0;
    return rank - rankOf(others) > known;
  });
}

function isIn(figure: Figure, column: string): boolean {
  const [id = '', answer] = column.split(' ');
  return figure.get(id) === answer;
}

function subsets(people: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return people.flatMap((id, at) => subsets(people.slice(at + 1), size - 1).map((rest) => [id, ...rest]));
}

/** Exact for our small matrices of 0 and 1, up to a chance of one in a million. */
const PRIME = 1_000_003;

function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0);
    if (at < 0) continue;
    [rows[rank], rows[at]] = [rows[at]!, rows[rank]!];
    const pivot = rows[rank]!;
    const inverse = power(pivot[column]!, PRIME - 2);
    for (let below = rank + 1; below < rows.length; below++) {
      const row = rows[below]!;
      const factor = (row[column]! * inverse) % PRIME;
      if (factor === 0) continue;
      for (let c = column; c < row.length; c++) row[c] = (((row[c]! - factor * pivot[c]!) % PRIME) + PRIME) % PRIME;
    }
    rank++;
  }
  return rank;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let b = base % PRIME, e = exponent; e > 0; e = Math.floor(e / 2), b = (b * b) % PRIME)
    if (e % 2 === 1) result = (result * b) % PRIME;
  return result;
}
