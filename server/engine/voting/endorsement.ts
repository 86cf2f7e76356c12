// The room's gradient of agreement on each line (methods A11): a histogram per line, never a mean, since levels are ordinal.
import type { JudgedFigures } from '../views';
import type { AgreementLevel, LineId } from '../vocabulary';
import { dissentOf, markOf } from './agreement-mark';
import type { LineOnView } from './published-endorsement';

/** Eight counts per line, level 1 first. */
export type EndorsementTally = Readonly<Record<LineId, readonly number[]>>;

const NO_COUNTS: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0];
const ABSTAIN = 4;

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

/** What is published of a line, with its split and what it comes to. */
export function judgedFigures(line: LineOnView | undefined, smallestCell: number): JudgedFigures {
  if (line === undefined) return endorsementFigures();
  if ('few' in line) return { given: line.few };
  const { byGroup, nearlyAll } = line.split;
  const figures = { counts: line.counts, byGroup, ...(nearlyAll === undefined ? {} : { nearlyAll }) };
  const mark = markOf(figures, smallestCell);
  const dissent = dissentOf(figures);
  return {
    ...endorsementFigures(line.counts),
    countsByGroup: byGroup,
    ...(nearlyAll === undefined ? {} : { nearlyAll }),
    ...(mark === undefined ? {} : { mark }),
    ...(dissent.length === 0 ? {} : { dissent }),
    ...(line.held ? { held: true as const } : {}),
  };
}

/** Support is levels 1–3 among those who did not abstain; 5 asks for more discussion; 7–8 are against. */
export function endorsementFigures(counts: readonly number[] = NO_COUNTS): JudgedFigures {
  const at = (level: number): number => counts[level - 1] ?? 0;
  const given = counts.reduce((sum, count) => sum + count, 0);
  const base = given - at(ABSTAIN);
  const support = at(1) + at(2) + at(3);
  return {
    counts,
    given,
    support,
    base,
    discuss: at(5),
    against: at(7) + at(8),
    ...(base > 0 ? { supportPercent: Math.round((support * 100) / base) } : {}),
  };
}
