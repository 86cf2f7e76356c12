// Dots: a budget of points per person, a cap per option (methods A2). Cumulative voting with supporters counted beside.
import type { Choice } from '../../commands';
import type { GroupId, PriorityId } from '../../vocabulary';
import type { BallotMethod, BallotRefusal, OptionRules, Turnout } from './method';
import { byId, countTurnout, NOBODY, replaceBy } from './method';

export type DotsRules = OptionRules & { readonly budget: number; readonly cap: number };
/** By option; options without a dot are left out. */
export type DotsBallot = readonly Choice[];

export type DotsCount = {
  readonly dots: number;
  /** People with at least one dot here. */
  readonly supporters: number;
  readonly dotsByGroup: Readonly<Record<GroupId, number>>;
};
export type DotsTally = Turnout & { readonly options: Readonly<Record<PriorityId, DotsCount>> };

const NOTHING: DotsCount = { dots: 0, supporters: 0, dotsByGroup: {} };

function count(tally: DotsTally, group: GroupId, ballot: DotsBallot, sign: 1 | -1): DotsTally {
  const options: Record<PriorityId, DotsCount> = { ...tally.options };
  for (const { option, dots } of ballot) {
    const { dots: all, supporters, dotsByGroup } = options[option] ?? NOTHING;
    options[option] = {
      dots: all + sign * dots,
      supporters: supporters + sign,
      dotsByGroup: { ...dotsByGroup, [group]: (dotsByGroup[group] ?? 0) + sign * dots },
    };
  }
  return { ...countTurnout(tally, group, sign), options };
}

export const dots: BallotMethod<DotsRules, DotsBallot, DotsTally> = {
  name: 'dots',
  check(ballot, { options, budget, cap }): DotsBallot | BallotRefusal {
    const known = new Set(options);
    const seen = new Set<PriorityId>();
    let spent = 0;
    for (const { option, dots: given } of ballot) {
      if (!Number.isSafeInteger(given) || given < 0) return { rejected: 'bad_dots' };
      if (!known.has(option)) return { rejected: 'unknown_option' };
      if (seen.has(option)) return { rejected: 'duplicate_option' };
      if (given > cap) return { rejected: 'over_cap', params: { cap } };
      seen.add(option);
      spent += given;
    }
    if (spent > budget) return { rejected: 'no_dots_left', params: { budget } };
    return ballot
      .filter((choice) => choice.dots > 0)
      .map(({ option, dots: given }) => ({ option, dots: given }))
      .sort((a, b) => byId(a.option, b.option));
  },
  isEmpty: (ballot) => ballot.length === 0,
  emptyTally: ({ options }) => ({ ...NOBODY, options: Object.fromEntries(options.map((id) => [id, NOTHING])) }),
  replace: (tally, _rules, group, before, after) =>
    replaceBy<DotsBallot, DotsTally>((sum, ballot, sign) => count(sum, group, ballot, sign))(tally, before, after),
};
