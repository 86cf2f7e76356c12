// An endorsement as it has been published, line by line: a histogram per line, in all and by group as small cells allow.
import type { EndorseState, Judgements } from '../state';
import type { AgreementLevel, GroupId, LineId, ParticipantId, WorkshopDesign } from '../vocabulary';
import { AGREEMENT_LEVELS } from '../vocabulary';
import { replaceJudgement } from './endorsement';
import type { Answers, Publication } from './publication';
import { onView, publish } from './publication';
import type { Split } from './suppression';
import { splitCounts } from './suppression';

export type EndorsementStanding = Pick<EndorseState, 'judgements' | 'tally'>;
export type EndorsementPublication = Publication<EndorsementStanding>;

export type EndorsementTables = {
  readonly lines: readonly LineId[];
  groupOf(participantId: ParticipantId): GroupId;
  readonly workshop: Pick<WorkshopDesign, 'groups' | 'smallestCell'>;
};

/** Fold this at every `ResultsRevealed` of an endorsement. `seq` is that fact's. */
export function publishEndorsement(
  before: EndorsementPublication | undefined,
  seq: number,
  { judgements, tally }: EndorsementStanding,
  { lines, groupOf, workshop }: EndorsementTables,
): EndorsementPublication {
  const { smallestCell } = workshop;
  const answers = (standing: EndorsementStanding): ReadonlyMap<LineId, Answers> =>
    new Map(lines.map((line) => [line, answersTo(line, standing.judgements.entries())]));
  return publish(before, { seq, standing: { judgements, tally } }, { tables: lines, answers, groupOf, smallestCell });
}

function answersTo(line: LineId, judgements: Iterable<readonly [ParticipantId, Judgements]>): Answers {
  const answers = new Map<ParticipantId, string>();
  for (const [id, levels] of judgements) if (levels[line] !== undefined) answers.set(id, String(levels[line]));
  return answers;
}

export type LineOnView = {
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
  if (table === undefined) return undefined;
  const { judgements, tally } = table.moment.standing;
  const rules = { ...table, groups: workshop.groups, smallestCell: workshop.smallestCell };
  return {
    counts: tally[line] ?? AGREEMENT_LEVELS.map(() => 0),
    split: splitCounts(byGroup(line, judgements.entries(), groupOf), AGREEMENT_LEVELS.length, rules),
    seq: table.moment.seq,
    held: table.held,
  };
}

function byGroup(
  line: LineId,
  judgements: Iterable<readonly [ParticipantId, Judgements]>,
  groupOf: EndorsementTables['groupOf'],
): Readonly<Record<GroupId, readonly number[]>> {
  let counts: Readonly<Record<GroupId, readonly number[]>> = {};
  for (const [id, levels] of judgements)
    counts = replaceJudgement(counts, groupOf(id), undefined, levels[line] as AgreementLevel | undefined);
  return counts;
}
