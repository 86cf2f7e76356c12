// Which points of a score vote are shown after each reveal (rule CELL4), worked out from raw ballots: item by item, so that after
// a vote was opened again one option may be shown as it stood earlier while another is shown as it stands. Shares no code with
// the engine.
import type { RawBallot } from './count-ballots';

/** By person. */
export type BallotBox = ReadonlyMap<string, RawBallot>;

type Rules = {
  /** Of the workshop: fewer people's answers are no figure. */
  readonly cell: number;
  /** Whether that holds for the first figure of an item too (not by the first rules). */
  readonly hidesFew: boolean;
};
/** One criterion of one option. */
type Item = { readonly option: string; readonly criterion: string };
/** `boxes`: at which reveals its figure changed, the last being shown; none while too few have answered. */
type Shown = {
  readonly boxes: readonly BallotBox[];
  readonly unsplit: ReadonlySet<string>;
  readonly people: number;
  readonly held: boolean;
};

export class PublishedPoints {
  readonly #items: ReadonlyMap<string, Shown>;
  /** The ballots of the newest reveal that changed anything: groups are weighted by them. */
  readonly newest: BallotBox;

  private constructor(items: ReadonlyMap<string, Shown>, newest: BallotBox) {
    this.#items = items;
    this.newest = newest;
  }

  static none(): PublishedPoints {
    return new PublishedPoints(new Map(), new Map());
  }

  /** After a reveal of these ballots. */
  reveal(box: BallotBox, items: readonly Item[], rules: Rules): PublishedPoints {
    const after = new Map(this.#items);
    let isNew = false;
    for (const item of items) {
      const before = this.#items.get(keyOf(item));
      const now = next(before, box, item, rules);
      after.set(keyOf(item), now);
      isNew ||= now.boxes.length !== (before?.boxes.length ?? 0);
      // How many answered what too few answered is shown too, of this moment.
      isNew ||= now.boxes.length === 0 && (before === undefined || groupsOf(box, item) !== groupsOf(this.newest, item));
    }
    return new PublishedPoints(after, isNew ? box : this.newest);
  }

  /** The ballots whose points on the item are shown. */
  ballotsFor(item: Item): readonly RawBallot[] {
    return [...(this.#items.get(keyOf(item))?.boxes.at(-1)?.values() ?? [])];
  }

  /** Something has changed since that is not shown. */
  get isHeld(): boolean {
    return [...this.#items.values()].some(({ held }) => held);
  }
}

function keyOf({ option, criterion }: Item): string {
  return `${option} ${criterion}`;
}

function pointOf(box: BallotBox | undefined, person: string, { option, criterion }: Item): number | undefined {
  const scores = box?.get(person)?.data.scores;
  if (!Array.isArray(scores)) return undefined;
  return scores.find((row) => row.option === option && row.criterion === criterion)?.score;
}

/** How many of each group answered, as a text to compare. */
function groupsOf(box: BallotBox, item: Item): string {
  const groups = [...box].filter(([person]) => pointOf(box, person, item) !== undefined).map(([, { group }]) => group);
  return groups.sort().join();
}

function next(before: Shown | undefined, box: BallotBox, item: Item, { cell, hidesFew }: Rules): Shown {
  const { boxes = [], unsplit = new Set<string>() } = before ?? {};
  const last = boxes.at(-1);
  const answers = [...box].flatMap(([person, { group }]) => {
    const point = pointOf(box, person, item);
    if (point === undefined) return [];
    return [{ group, isNew: boxes.every((earlier) => pointOf(earlier, person, item) !== point) }];
  });
  const moved = new Set<string>();
  for (const [person, { group }] of [...box, ...(last ?? [])])
    if (pointOf(box, person, item) !== pointOf(last, person, item)) moved.add(group);
  const newIn = (group: string) => answers.filter((one) => one.group === group && one.isNew).length;

  const people = answers.length;
  if (boxes.length > 0 && moved.size === 0) return { boxes, unsplit, people, held: false };
  const show = (...groups: string[]): Shown => ({
    boxes: [...boxes, box],
    unsplit: new Set(groups),
    people,
    held: false,
  });
  if (cell <= 1) return show();

  const groups = [...new Set(answers.map(({ group }) => group))].sort(
    (a, b) => newIn(a) - newIn(b) || (a < b ? -1 : 1),
  );
  const large = groups.filter((group) => newIn(group) >= cell);
  const asBefore = (group: string) => boxes.length > 0 && !moved.has(group);
  const rest = groups.filter((group) => !large.includes(group) && !(asBefore(group) && !unsplit.has(group)));
  const isSameRest = rest.length === unsplit.size && rest.every((group) => unsplit.has(group) && asBefore(group));
  if (rest.length === 0 || isSameRest || rest.reduce((sum, group) => sum + newIn(group), 0) >= cell)
    return show(...rest);
  const [smallest] = large;
  if (smallest !== undefined) return show(...rest, smallest);
  if (!hidesFew && boxes.every((earlier) => groupsOf(earlier, item) === '')) return show(...rest);
  return { boxes, unsplit, people, held: boxes.length > 0 };
}
