// The figures of one option of a revealed vote, by the method of the ballot: what views, exports and traces hold of it.
import type { CriterionId, GroupId, PriorityId } from '../../vocabulary';
import type { Quadrant } from '../measures/distribution';
import type { Few } from '../publishing/few';
import type { Bounds, ByGroup } from '../publishing/suppression';

/** One option's result, only after reveal. */
export type DotsResult = {
  readonly dots: number;
  readonly supporters: number;
  /** From 1; equals share one. Missing while nobody has judged it, here and below. */
  readonly rank?: number;
  readonly dotsByGroup: ByGroup;
  readonly nearlyAll?: Bounds;
};

/** One option of an approval vote, only after reveal. */
export type ApprovalResult = {
  readonly approvals: number;
  readonly rank?: number;
  readonly approvalsByGroup: ByGroup;
  readonly nearlyAll?: Bounds;
};

/** One criterion of one option: how many chose each point, point 1 first. Never a mean: points are ordinal. */
export type CriterionResult = {
  readonly counts: readonly number[];
  /** Missing without answers. Quartiles of type 7; `lowerMedian` is a point of the scale. */
  readonly median?: number;
  readonly lowerMedian?: number;
  readonly q1?: number;
  readonly q3?: number;
  /** Tastle–Wierman: 1 all alike, 0 half at each end. */
  readonly consensus?: number;
  /** People at 4 or 5. */
  readonly high: number;
  readonly countsByGroup: Readonly<Record<GroupId, readonly number[]>>;
  readonly nearlyAll?: Bounds;
};

export type ScoreResult = {
  readonly criteria: Readonly<Record<CriterionId, CriterionResult | Few>>;
  /** Only where the criteria are `importance` and `feasibility`. */
  readonly quadrant?: Quadrant;
  readonly rank?: number;
};

export type RankingResult = {
  /** Rows and columns of `margins`, in the order of the ballot. */
  readonly options: readonly PriorityId[];
  /** People with the row above the column − the other way round. Not on phones. */
  readonly margins?: readonly (readonly number[])[];
  readonly borda: Readonly<Record<PriorityId, number>>;
  /** By symmetric Borda, best first; equals in the order of the ballot. Empty without a ballot. */
  readonly order: readonly PriorityId[];
  readonly named: Readonly<Record<PriorityId, number>>;
  /** Beats every other; missing where there is none. */
  readonly condorcetWinner?: PriorityId;
  /** Tiers, best first: nobody in a tier is beaten by anybody in it or below. Empty without a ballot. */
  readonly schulzeOrder: readonly (readonly PriorityId[])[];
};

export type AgreementFigures = { readonly agree: number; readonly disagree: number; readonly pass: number };

export type AgreementResult = AgreementFigures & {
  readonly rank?: number;
  /** Group-informed consensus as a share again (geometric mean), made of published figures only. Missing without an answer. */
  readonly consensus?: number;
  readonly byGroup: Readonly<Record<GroupId, AgreementFigures>>;
  /** `point`: 0 agree, 1 disagree, 2 pass. */
  readonly nearlyAll?: Bounds;
  /** Groups far apart, or the room divided. */
  readonly split?: true;
  readonly polarised?: true;
};

/** The figures of one option of a revealed vote: exactly one of these, by the vote's method. */
export type OptionFigures = {
  readonly dots?: Omit<DotsResult, 'rank'>;
  readonly approval?: Omit<ApprovalResult, 'rank'>;
  readonly score?: Omit<ScoreResult, 'rank'>;
  /** `schulzeTier` is missing without a ballot. */
  readonly ranking?: { readonly borda: number; readonly named: number; readonly schulzeTier?: number };
  readonly agreement?: Omit<AgreementResult, 'rank'> | Few;
};
