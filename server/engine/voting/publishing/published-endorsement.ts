// An endorsement as it has been published, line by line: a histogram per line, in all and by group as small cells allow.

import { oncePer } from '../../once';
import type { PersistentMap } from '../../persistent-map';
import type { GroupId, LineId, ParticipantId, RulesEdition, WorkshopDesign } from '../../vocabulary';
import { AGREEMENT_LEVELS } from '../../vocabulary';
import type { EndorsementTally, Judgements } from '../methods/gradient';
import type { Present } from './present';
import type { Answers, Publication } from './publication';
import { fewAnswers, onView, publish } from './publication';
import type { Split } from './suppression';
import { splitCounts } from './suppression';

/** What figures of an endorsement are made from. */
export type EndorsementStanding = {
  readonly judgements: PersistentMap<Judgements>;
  readonly tally: EndorsementTally;
  /** Who had joined when it last closed. */
  readonly present?: Present;
};
export type EndorsementPublication = Publication<EndorsementStanding>;

export type EndorsementTables = {
  readonly lines: readonly LineId[];
  groupOf(participantId: ParticipantId): GroupId;
  readonly workshop: Pick<WorkshopDesign, 'groups' | 'smallestCell'>;
  readonly rules: RulesEdition;
};

/** Fold this at every `ResultsRevealed` of an endorsement. `seq` is that fact's. */
export function publishEndorsement(
  before: EndorsementPublication | undefined,
  seq: number,
  { judgements, tally, present }: EndorsementStanding,
  { lines, groupOf, workshop, rules }: EndorsementTables,
): EndorsementPublication {
  const { smallestCell } = workshop;
  const answers = (standing: EndorsementStanding): ReadonlyMap<LineId, Answers> =>
    new Map(lines.map((line) => [line, answersTo(line, standing.judgements.entries())]));
  const hidesFew = rules >= 2;
  const standing = { judgements, tally, ...(present === undefined ? {} : { present }) };
  const source = { tables: lines, answers, groupOf, smallestCell, hidesFew };
  return publish(before, { seq, standing }, source);
}

function answersTo(line: LineId, judgements: Iterable<readonly [ParticipantId, Judgements]>): Answers {
  const answers = new Map<ParticipantId, string>();
  for (const [id, levels] of judgements) if (levels[line] !== undefined) answers.set(id, String(levels[line]));
  return answers;
}

/** `few`: so many people have judged it, fewer than may be shown. */
export type LineOnView = { readonly few: number } | LineShown;
export type LineShown = {
  /** Eight counts, level 1 first. */
  readonly counts: readonly number[];
  readonly split: Split<readonly number[]>;
  /** Of the fact that published these figures. */
  readonly seq: number;
  /** Judgements have changed since, of too few people to be shown. */
  readonly held: boolean;
};

/** What a revealed endorsement shows of a line. Undefined before its first reveal. */
export function lineOnView(
  publication: EndorsementPublication | undefined,
  line: LineId,
  { groupOf, workshop }: Pick<EndorsementTables, 'groupOf' | 'workshop'>,
): LineOnView | undefined {
  const table = onView(publication, line);
  if (table === undefined) {
    const few = fewAnswers(publication, line);
    return few === undefined ? undefined : { few };
  }
  const { tally } = table.moment.standing;
  const rules = { ...table, groups: workshop.groups, smallestCell: workshop.smallestCell };
  return {
    counts: tally[line] ?? AGREEMENT_LEVELS.map(() => 0),
    split: splitCounts(countByGroup(table.moment.standing, groupOf).get(line) ?? {}, AGREEMENT_LEVELS.length, rules),
    seq: table.moment.seq,
    held: table.held,
  };
}

/** What was published of these lines is no longer on view: their words are judged anew. */
export function withoutLines(
  publication: EndorsementPublication | undefined,
  lines: ReadonlySet<LineId>,
): EndorsementPublication | undefined {
  if (publication === undefined) return undefined;
  const tables = Object.entries(publication.tables).filter(([line]) => !lines.has(line));
  return { ...publication, tables: Object.fromEntries(tables) };
}

/** How many of each group judged anything at all. */
export function judgesByGroup(
  { judgements }: EndorsementStanding,
  { participants }: { readonly participants: PersistentMap<{ readonly groupId: GroupId }> },
): Readonly<Record<GroupId, number>> {
  const judges: Record<GroupId, number> = {};
  for (const [id, levels] of judgements.entries()) {
    const group = participants.get(id)?.groupId ?? '';
    if (Object.keys(levels).length > 0) judges[group] = (judges[group] ?? 0) + 1;
  }
  return judges;
}

type CountsByGroup = Readonly<Record<GroupId, readonly number[]>>;

/**
 * What was published never changes, while views are made of it with every fact: counted once per reveal. A person's group is
 * fixed.
 */
const countByGroup = oncePer(countedByGroup);

function countedByGroup(
  { judgements }: EndorsementStanding,
  groupOf: EndorsementTables['groupOf'],
): ReadonlyMap<LineId, CountsByGroup> {
  const lines = new Map<LineId, Record<GroupId, number[]>>();
  for (const [id, levels] of judgements.entries()) {
    const group = groupOf(id);
    for (const [line, level] of Object.entries(levels)) {
      const groups = lines.get(line) ?? {};
      lines.set(line, groups);
      const counts = groups[group] ?? AGREEMENT_LEVELS.map(() => 0);
      counts[level - 1]!++;
      groups[group] = counts;
    }
  }
  return lines;
}
