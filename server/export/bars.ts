// The picture of a vote: a bar an option, divided by stakeholder group or by answer. What is withheld is one part of its own.
import type { OwnText, StakeholderGroup } from '../engine/vocabulary';
import { shownOf } from '../engine/voting/publishing/few';
import type { ReportVote } from './report-votes';
import type { Words } from './words';

/** `parts` are lengths in the order of the legend; the figure at the end is `total`. */
export type BarRow = { readonly label: OwnText; readonly parts: readonly number[]; readonly total: number };
export type VoteBars = {
  readonly caption: string;
  readonly legend: readonly string[];
  readonly rows: readonly BarRow[];
};

/** Undefined for methods whose figures do not add up: their tables say it all. */
export function voteBars(vote: ReportVote, groups: readonly StakeholderGroup[], say: Words): VoteBars | undefined {
  const split = (total: number, byGroup: Readonly<Record<string, number>>): readonly number[] => {
    const shown = groups.map(({ id }) => byGroup[id] ?? 0);
    return [...shown, total - shown.reduce((sum, figure) => sum + figure, 0)];
  };
  const rows = vote.options.flatMap(({ heading: label, dots, approval, agreement: answers }): readonly BarRow[] => {
    if (dots !== undefined) return [{ label, parts: split(dots.dots, dots.dotsByGroup), total: dots.dots }];
    if (approval !== undefined)
      return [{ label, parts: split(approval.approvals, approval.approvalsByGroup), total: approval.approvals }];
    const agreement = shownOf(answers);
    if (agreement === undefined) return [];
    const { agree, disagree, pass } = agreement;
    return [{ label, parts: [agree, disagree, pass], total: agree + disagree + pass }];
  });
  if (rows.length === 0) return undefined;
  const byAnswer = vote.settings.method.name === 'agreement';
  const names = byAnswer
    ? [say('agree'), say('disagree'), say('pass')]
    : [...groups.map(({ name }) => name[say.locale]), say('withheld')];
  // A name without a piece in any bar would be looked for in vain.
  const seen = names.map((_, at) => rows.some(({ parts }) => (parts[at] ?? 0) > 0));
  return {
    caption: vote.title[say.locale],
    legend: names.filter((_, at) => seen[at]),
    rows: rows.map((row) => ({ ...row, parts: row.parts.filter((_, at) => seen[at]) })),
  };
}
