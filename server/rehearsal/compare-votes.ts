// The figures of a revealed vote as the server showed them, against those counted again from the archive: every method.
import type { OptionTotals, VoteTotals } from '../audit/count-ballots';
import type { RevealedResults } from '../engine/voting/telling/ranks';

export type Check = (what: string, recounted: unknown, shown: unknown) => void;

/** Groups that were not shown are withheld: there is nothing to compare. */
export function compareVote(id: string, recounted: VoteTotals | undefined, shown: RevealedResults, check: Check): void {
  const name = (option: string) => `${option} in ${id}`;
  const byGroup = <Figure>(
    option: string,
    figures: Readonly<Record<string, Figure>>,
    counted: (group: string) => unknown,
  ) => {
    for (const [group, figure] of Object.entries(figures)) check(`${name(option)} by ${group}`, counted(group), figure);
  };
  if (shown.results !== undefined) {
    check(`options of ${id}`, keysOf(recounted?.options), keysOf(shown.results));
    for (const [option, { dots, supporters, dotsByGroup }] of Object.entries(shown.results)) {
      const own: OptionTotals | undefined = recounted?.options[option];
      check(name(option), [own?.dots, own?.supporters], [dots, supporters]);
      byGroup(option, dotsByGroup, (group) => own?.dotsByGroup[group] ?? 0);
    }
  }
  if (shown.approvals !== undefined) {
    check(`options of ${id}`, keysOf(recounted?.approvals), keysOf(shown.approvals));
    for (const [option, { approvals, approvalsByGroup }] of Object.entries(shown.approvals)) {
      const own = recounted?.approvals?.[option];
      check(name(option), own?.approvals, approvals);
      byGroup(option, approvalsByGroup, (group) => own?.approvalsByGroup[group] ?? 0);
    }
  }
  if (shown.scores !== undefined) {
    check(`options of ${id}`, keysOf(recounted?.scores), keysOf(shown.scores));
    for (const [option, { criteria }] of Object.entries(shown.scores))
      for (const [criterion, result] of Object.entries(criteria)) {
        const own = recounted?.scores?.[option]?.[criterion];
        if ('few' in result) {
          check(`${criterion} of ${name(option)}`, sum(own?.counts ?? []), result.few);
          continue;
        }
        const { counts, countsByGroup } = result;
        check(`${criterion} of ${name(option)}`, own?.counts, counts);
        byGroup(option, countsByGroup, (group) => own?.countsByGroup[group] ?? counts.map(() => 0));
      }
  }
  if (shown.agreement !== undefined) {
    check(`options of ${id}`, keysOf(recounted?.answers), keysOf(shown.agreement));
    for (const [option, result] of Object.entries(shown.agreement)) {
      const own = recounted?.answers?.[option];
      if ('few' in result) {
        check(name(option), sum([own?.agree ?? 0, own?.disagree ?? 0, own?.pass ?? 0]), result.few);
        continue;
      }
      const { agree, disagree, pass, byGroup: split } = result;
      check(name(option), [own?.agree, own?.disagree, own?.pass], [agree, disagree, pass]);
      byGroup(option, split, (group) => own?.byGroup[group] ?? { agree: 0, disagree: 0, pass: 0 });
    }
  }
  if (shown.ranking !== undefined) {
    const { options, margins = [], named } = shown.ranking;
    check(`options of ${id}`, keysOf(recounted?.ranking?.margins), [...options].sort());
    for (const [at, option] of options.entries()) {
      const own = recounted?.ranking;
      check(`named ${name(option)}`, own?.named[option] ?? 0, named[option] ?? 0);
      check(
        `margins of ${name(option)}`,
        options.map((other) => own?.margins[option]?.[other]),
        margins[at],
      );
    }
  }
}

function sum(people: readonly number[]): number {
  return people.reduce((all, count) => all + count, 0);
}

function keysOf(record: object | undefined): readonly string[] {
  return Object.keys(record ?? {}).sort();
}
