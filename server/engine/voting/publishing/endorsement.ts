// What is published of a line that was judged (methods A11): a histogram, never a mean, since levels are ordinal.
import type { GroupId } from '../../vocabulary';
import { NO_COUNTS } from '../methods/gradient';
import { type AgreementMark, type Dissent, dissentOf, markOf } from './agreement-mark';
import type { LineOnView } from './published-endorsement';
import type { Bounds } from './suppression';

/** Histogram of levels 1–8 and the figures of methods A11, only after reveal. No mean: levels are ordinal. */
export type JudgedFigures = {
  /** How many have judged it. */
  readonly given: number;
  /** With all that is made of it missing while fewer than `smallestCell` people have judged the line (CELL9). */
  readonly counts?: readonly number[];
  /** Levels 1–3, and everybody who did not abstain: the part and the whole of `supportPercent`. */
  readonly support?: number;
  readonly base?: number;
  /** In whole per cent; missing when nobody is left to count. */
  readonly supportPercent?: number;
  readonly discuss?: number;
  readonly against?: number;
  /** Judgements have changed since these figures were shown, of too few people to be shown without giving them away. */
  readonly held?: true;
  /** Eight counts per group, as small cells allow. */
  readonly countsByGroup?: Readonly<Record<GroupId, readonly number[]>>;
  readonly nearlyAll?: Bounds;
  /** Missing while too few have judged the line to say. */
  readonly mark?: AgreementMark;
  /** Minority views by group, as small cells allow; missing when there are none. */
  readonly dissent?: readonly Dissent[];
};

const ABSTAIN = 4;

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

/** The figures alone, of what holds more beside them. */
export function figuresTold(judged: JudgedFigures): JudgedFigures {
  const { given, counts, support, base, supportPercent, discuss, against } = judged;
  const { held, countsByGroup, nearlyAll, mark, dissent } = judged;
  return {
    ...(counts === undefined ? {} : { counts }),
    given,
    ...(support === undefined ? {} : { support }),
    ...(base === undefined ? {} : { base }),
    ...(discuss === undefined ? {} : { discuss }),
    ...(against === undefined ? {} : { against }),
    ...(supportPercent === undefined ? {} : { supportPercent }),
    ...(countsByGroup === undefined ? {} : { countsByGroup }),
    ...(nearlyAll === undefined ? {} : { nearlyAll }),
    ...(mark === undefined ? {} : { mark }),
    ...(dissent === undefined ? {} : { dissent }),
    ...(held === undefined ? {} : { held }),
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
