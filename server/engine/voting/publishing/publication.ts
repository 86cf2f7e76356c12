// What has been published of an activity, and whether more may be (methods A14, rules CELL). A fold of facts: at every reveal
// the standing answers are compared with those published before, so that no two publications differ by a few people.
import { isSameJson } from '../../same-json';
import type { GroupId, ParticipantId } from '../../vocabulary';

/** One set of figures whose respondents are counted together: a whole vote, or one item where people may skip items. */
export type TableId = string;

/** What stood at a reveal: all that figures are made from. Kept as it was, the tables on view point to it. */
export type Moment<Standing> = { readonly seq: number; readonly standing: Standing };

export type PublishedTable = {
  /** Places in `moments`, oldest first. The last is on view; none while too few have answered to show anything. */
  readonly moments: readonly number[];
  /** Groups that have answered and are published in one sum only: what the total leaves beside the groups shown. */
  readonly withheld: readonly GroupId[];
  /** People with an answer, by group. For computing: a withheld group's number is not shown. */
  readonly respondents: Readonly<Record<GroupId, number>>;
  /** Answers have changed since, of too few people to be shown: what is on view stays as it was. */
  readonly held: boolean;
};

/** Plain JSON, apart from what `Standing` holds. */
export type Publication<Standing> = {
  readonly moments: readonly Moment<Standing>[];
  readonly tables: Readonly<Record<TableId, PublishedTable>>;
};

/** Answers in canonical text by person: equal texts are the same answer. */
export type Answers = ReadonlyMap<ParticipantId, string>;

const NOBODY: ReadonlyMap<ParticipantId, string> = new Map();

/** How answers are read from what stood. A table that nobody answered may be left out of `answers`. */
export type Source<Standing> = {
  readonly tables: readonly TableId[];
  answers(standing: Standing): ReadonlyMap<TableId, Answers>;
  /** What of an answer is in a figure that is shown; all of it, if left out. */
  readonly seen?: (table: TableId, answer: string) => string;
  groupOf(participantId: ParticipantId): GroupId;
  readonly smallestCell: number;
  /** Whether even the first total of fewer than `smallestCell` people is kept back (CELL9, CELL10). */
  readonly hidesFew?: boolean;
};

/** Fold this at every `ResultsRevealed` of a vote or an endorsement; hiding and reopening leave it as it is. */
export function publish<Standing>(
  before: Publication<Standing> | undefined,
  now: Moment<Standing>,
  source: Source<Standing>,
): Publication<Standing> {
  const moments = before?.moments ?? [];
  const answersAt = moments.map(({ standing }) => source.answers(standing));
  const answersNow = source.answers(now.standing);
  let used = false;
  const tables: Record<TableId, PublishedTable> = { ...before?.tables };
  for (const id of source.tables) {
    const last = tables[id];
    const earlier = (last?.moments ?? []).map((at) => answersAt[at]!.get(id) ?? NOBODY);
    const { seen, groupOf, smallestCell, hidesFew } = source;
    const next = nextTable(last, earlier, answersNow.get(id) ?? NOBODY, {
      seen: (answer) => seen?.(id, answer) ?? answer,
      groupOf,
      smallestCell,
      ...(hidesFew === undefined ? {} : { hidesFew }),
    });
    if (next === 'same') {
      tables[id] = { ...last!, held: false };
    } else if ('tooFew' in next) {
      const shown = last !== undefined && last.moments.length > 0;
      tables[id] = shown
        ? { ...last, held: true }
        : { moments: [], withheld: [], respondents: next.tooFew, held: false };
      // How many there are is shown of this moment, with everything that says how many took part.
      used ||= !shown && !isSameJson(last?.respondents, next.tooFew);
    } else {
      used = true;
      tables[id] = { ...next, moments: [...(last?.moments ?? []), moments.length], held: false };
    }
  }
  return { moments: used ? [...moments, now] : moments, tables };
}

export type TableOnView<Standing> = Omit<PublishedTable, 'moments' | 'withheld'> & {
  readonly moment: Moment<Standing>;
  readonly withheld: ReadonlySet<GroupId>;
};

/** What is on view of one table while the activity is revealed: figures come from `moment.standing` and nothing newer. */
export function onView<Standing>(
  publication: Publication<Standing> | undefined,
  id: TableId,
): TableOnView<Standing> | undefined {
  const table = publication?.tables[id];
  const moment = publication?.moments[table?.moments.at(-1) ?? -1];
  if (table === undefined || moment === undefined) return undefined;
  const { withheld, respondents, held } = table;
  return { moment, withheld: new Set(withheld), respondents, held };
}

/** How many people have answered, where they are too few for anything else to be shown; undefined otherwise. */
export function fewAnswers(publication: Publication<unknown> | undefined, id: TableId): number | undefined {
  const table = publication?.tables[id];
  if (table === undefined || table.moments.length > 0) return undefined;
  return Object.values(table.respondents).reduce((sum, people) => sum + people, 0);
}

/**
 * Every figure published is a sum over one block: a group shown, or all withheld groups together. A block may be published
 * if it holds `smallestCell` answers that no earlier publication held, or if it was published before exactly as it is.
 *
 * Then no sum or difference of figures, of any number of publications, depends on fewer people: in any combination take the
 * latest publication that is in it with a block that was new then. The answers fresh in that block are in no earlier figure,
 * so none of them cancels. (A first publication is the threshold and complementary suppression: every answer is fresh.)
 */
function nextTable(
  last: PublishedTable | undefined,
  earlier: readonly Answers[],
  now: Answers,
  { seen, groupOf, smallestCell, hidesFew = false }: OfTable,
): Pick<PublishedTable, 'withheld' | 'respondents'> | 'same' | { readonly tooFew: PublishedTable['respondents'] } {
  const { respondents, fresh, changed } = compare(earlier, now, { seen, groupOf });
  if (last !== undefined && last.moments.length > 0 && changed.size === 0) return 'same';
  if (smallestCell <= 1) return { withheld: [], respondents };

  const freshIn = (group: GroupId): number => fresh[group] ?? 0;
  const heldBack = new Set(last?.withheld);
  const answering = Object.keys(respondents).sort((a, b) => freshIn(a) - freshIn(b) || (a < b ? -1 : 1));
  const isRipe = (group: GroupId): boolean => freshIn(group) >= smallestCell;
  const isAsShown = (group: GroupId): boolean => last !== undefined && !changed.has(group) && !heldBack.has(group);

  const withheld = answering.filter((group) => !isRipe(group) && !isAsShown(group));
  if (withheld.length === 0) return { withheld, respondents };
  const isAsBefore = withheld.length === heldBack.size && withheld.every((id) => heldBack.has(id) && !changed.has(id));
  const freshTogether = withheld.reduce((sum, group) => sum + freshIn(group), 0);
  if (isAsBefore || freshTogether >= smallestCell) return { withheld, respondents };
  const cover = answering.find(isRipe);
  if (cover !== undefined) return { withheld: [...withheld, cover], respondents };
  // A room of few: its total splits nobody. Once it has been shown, only as many others can change it.
  const isFirst = !hidesFew && earlier.every((answers) => answers.size === 0);
  return isFirst ? { withheld, respondents } : { tooFew: respondents };
}

type OfTable = Pick<Source<never>, 'groupOf' | 'smallestCell' | 'hidesFew'> & {
  readonly seen: (answer: string) => string;
};

type Comparison = {
  readonly respondents: Readonly<Record<GroupId, number>>;
  /** Answers that were in no earlier publication. */
  readonly fresh: Readonly<Record<GroupId, number>>;
  /** Groups whose answers are not those of the last publication, person by person. */
  readonly changed: ReadonlySet<GroupId>;
};

function compare(
  earlier: readonly Answers[],
  now: Answers,
  { seen, groupOf }: Pick<OfTable, 'seen' | 'groupOf'>,
): Comparison {
  const last = earlier.at(-1) ?? NOBODY;
  const respondents: Record<GroupId, number> = {};
  const fresh: Record<GroupId, number> = {};
  const changed = new Set<GroupId>();
  // Somebody who only took back what is struck is a change that no figure on view shows: it cannot cover anybody else's.
  const isFresh = (before: string | undefined, answer: string): boolean =>
    before === undefined || (before !== answer && seen(before) !== seen(answer));
  for (const [id, answer] of now) {
    const group = groupOf(id);
    respondents[group] = (respondents[group] ?? 0) + 1;
    if (last.get(id) === answer) continue;
    changed.add(group);
    if (earlier.every((answers) => isFresh(answers.get(id), answer))) fresh[group] = (fresh[group] ?? 0) + 1;
  }
  for (const id of last.keys()) if (!now.has(id)) changed.add(groupOf(id));
  return { respondents, fresh, changed };
}
