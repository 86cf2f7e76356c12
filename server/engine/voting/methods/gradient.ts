// The gradient of agreement (methods A11): how judgements of lines are counted, a histogram a line.
import type { AgreementLevel, LineId } from '../../vocabulary';

export type Judgements = Readonly<Record<LineId, AgreementLevel>>;

/** Eight counts per line, level 1 first. */
export type EndorsementTally = Readonly<Record<LineId, readonly number[]>>;

export const NO_COUNTS: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0];

export function replaceJudgement(
  tally: EndorsementTally,
  lineId: LineId,
  before: AgreementLevel | undefined,
  after: AgreementLevel | undefined,
): EndorsementTally {
  const counts = (tally[lineId] ?? NO_COUNTS).map(
    (count, index) => count - (before === index + 1 ? 1 : 0) + (after === index + 1 ? 1 : 0),
  );
  return { ...tally, [lineId]: counts };
}
