// A vote as it has been published: what views, exports and the declared outcome are made from, and nothing newer. Dots,
// approvals and rankings are published whole; scores and answers item by item, since people may skip some, and of an item that
// few have answered nothing but how many.
import type { Ballot } from '../../commands';
import type { PersistentMap } from '../../persistent-map';
import type { GroupId, ParticipantId, PriorityId, RulesEdition, VoteMethod, WorkshopDesign } from '../../vocabulary';
import { NO_ANSWERS } from '../methods/agreement';
import type { VoteTally } from '../methods/counting';
import { ballotWithout, type Struck, tallyWithout } from '../methods/struck';
import type { Present } from './present';
import type { Publication, Source, TableId } from './publication';
import { fewAnswers, onView, publish } from './publication';
import type { SplitRules } from './suppression';

/** What figures of a vote are made from. */
export type VoteStanding = {
  readonly ballots: PersistentMap<Ballot>;
  readonly tally: VoteTally;
  /** How often it was opened. */
  readonly round: number;
  /** Who had joined when it last closed: against them turnout is measured. */
  readonly present?: Present;
};
export type VotePublication = Publication<VoteStanding>;

/** The only table where a ballot is whole. */
const WHOLE: TableId = '';

/** Ids hold no space. */
function scoreTable(option: PriorityId, criterion: string): TableId {
  return `${option} ${criterion}`;
}

function itemTable(option: PriorityId, criterion: string | undefined): TableId {
  return criterion === undefined ? option : scoreTable(option, criterion);
}

export type VoteTables = {
  readonly method: VoteMethod;
  /** All of them, also those that were struck: what is published of them is kept in mind, and not shown. */
  readonly options: readonly PriorityId[];
  readonly struck?: Struck;
  groupOf(participantId: ParticipantId): GroupId;
  readonly workshop: Pick<WorkshopDesign, 'groups' | 'smallestCell'>;
  readonly rules: RulesEdition;
};

/** Fold this at every `ResultsRevealed` of a vote. `seq` is that fact's. */
export function publishVote(
  before: VotePublication | undefined,
  seq: number,
  { ballots, tally, round, present }: VoteStanding,
  { method, options, struck = [], groupOf, workshop, rules }: VoteTables,
): VotePublication {
  const source: Source<VoteStanding> = {
    tables: tablesOf(method, options),
    answers: (standing) => answersByTable(standing.ballots.entries()),
    ...(struck.length === 0 ? {} : { seen: (table, answer) => (table === WHOLE ? seenOf(answer, struck) : answer) }),
    groupOf,
    smallestCell: workshop.smallestCell,
    hidesFew: rules >= 2 && isItemByItem(method),
  };
  const standing = { ballots, tally, round, ...(present === undefined ? {} : { present }) };
  return publish(before, { seq, standing }, source);
}

/** What of a whole ballot is in a figure that is shown. */
function seenOf(ballot: string, struck: Struck): string {
  return JSON.stringify(ballotWithout(JSON.parse(ballot) as Ballot, struck));
}

/** A histogram an item, as in an endorsement. A whole ballot of few people is a total, which splits nobody (CELL5). */
function isItemByItem({ name }: VoteMethod): boolean {
  return name === 'agreement' || name === 'score';
}

function tablesOf(method: VoteMethod, options: readonly PriorityId[]): readonly TableId[] {
  if (method.name === 'agreement') return options;
  if (method.name !== 'score') return [WHOLE];
  return options.flatMap((option) => method.criteria.map(({ id }) => scoreTable(option, id)));
}

function answersByTable(ballots: Iterable<readonly [ParticipantId, Ballot]>): Map<TableId, Map<ParticipantId, string>> {
  const tables = new Map<TableId, Map<ParticipantId, string>>();
  const add = (table: TableId, id: ParticipantId, answer: string): void => {
    const answers = tables.get(table);
    if (answers === undefined) tables.set(table, new Map([[id, answer]]));
    else answers.set(id, answer);
  };
  for (const [id, ballot] of ballots) {
    if ('answers' in ballot) for (const { option, answer } of ballot.answers) add(option, id, answer);
    else if ('scores' in ballot)
      for (const { option, criterion, score } of ballot.scores) add(scoreTable(option, criterion), id, String(score));
    else add(WHOLE, id, JSON.stringify(ballot));
  }
  return tables;
}

export type VoteOnView = VoteStanding & {
  /** Of the fact that brought the newest of these figures. */
  readonly seq: number;
  /** Something has changed since that is not shown, because it is of too few people. */
  readonly held: boolean;
  /** For `splitAmount`: dots and approvals; and for whose groups may be named in a reason. */
  readonly cells: SplitRules;
  /** For `splitCounts`: the answers to one option, or the points on one criterion of it. */
  cellsOf(option: PriorityId, criterion?: string): SplitRules;
  /** How many answered, where they are too few for anything else to be shown: to one option, or on one criterion of it. */
  fewOf(option: PriorityId, criterion?: string): number | undefined;
};

/** What a revealed vote shows. Undefined before its first reveal. */
export function voteOnView(
  publication: VotePublication | undefined,
  workshop: VoteTables['workshop'],
  { options, struck = [] }: Pick<VoteTables, 'options' | 'struck'> = { options: [] },
): VoteOnView | undefined {
  const newest = publication?.moments.at(-1);
  if (publication === undefined || newest === undefined) return undefined;
  const { groups, smallestCell } = workshop;
  const cellsOf = (table: TableId): SplitRules => {
    const { withheld = new Set<GroupId>(), respondents = {} } = onView(publication, table) ?? {};
    return { groups, smallestCell, withheld, respondents };
  };
  return {
    ...newest.standing,
    tally: tallyWithout(tallyOnView(publication, newest.standing.tally), options, struck),
    seq: newest.seq,
    held: Object.entries(publication.tables).some(([table, { held }]) => held && !isOf(table, struck)),
    cells: cellsOf(WHOLE),
    cellsOf: (option, criterion) => cellsOf(itemTable(option, criterion)),
    fewOf: (option, criterion) => fewAnswers(publication, itemTable(option, criterion)),
  };
}

/** A table of one option alone. */
function isOf(table: TableId, options: readonly PriorityId[]): boolean {
  return options.some((id) => table === id || table.startsWith(`${id} `));
}

/** Item by item as each was last published; of what few have answered, nothing. */
function tallyOnView(publication: VotePublication, newest: VoteTally): VoteTally {
  const tallyOf = (table: TableId): VoteTally => onView(publication, table)?.moment.standing.tally ?? newest;
  const isFew = (table: TableId): boolean => fewAnswers(publication, table) !== undefined;
  if (newest.method === 'agreement') {
    return {
      ...newest,
      options: mapRecord(newest.options, (count, id) =>
        isFew(id) ? { ...NO_ANSWERS, byGroup: {} } : (optionsOf(tallyOf(id), newest)[id] ?? count),
      ),
    };
  }
  if (newest.method !== 'score') return newest;
  const options = mapRecord(newest.options, (criteria, id) =>
    mapRecord(criteria, (count, name) => {
      const table = scoreTable(id, name);
      if (isFew(table)) return { counts: count.counts.map(() => 0), countsByGroup: {} };
      return optionsOf(tallyOf(table), newest)[id]?.[name] ?? count;
    }),
  );
  return { ...newest, options };
}

function optionsOf<Tally extends VoteTally & { readonly options: unknown }>(
  tally: VoteTally,
  { method }: Tally,
): Tally['options'] {
  if (tally.method !== method) throw new RangeError(`a ${method} vote with a tally of ${tally.method}`);
  return (tally as Tally).options;
}

function mapRecord<A>(record: Readonly<Record<string, A>>, change: (value: A, key: string) => A): Record<string, A> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
