// Agreement: agree, disagree or pass on each option; an option left out was not answered (methods A9).
import type { OptionAnswer } from '../../commands';
import { ANSWERS } from '../../commands';
import type { GroupId, PriorityId } from '../../vocabulary';
import type { AgreementCounts } from '../measures/agreement';
import type { BallotMethod, OptionRules, Turnout } from './method';
import { byId, checkOptions, countTurnout, NOBODY, replaceBy } from './method';

/** Answers by option id. */
export type AgreementBallot = readonly OptionAnswer[];

export type AgreementCount = AgreementCounts & { readonly byGroup: Readonly<Record<GroupId, AgreementCounts>> };
export type AgreementTally = Turnout & { readonly options: Readonly<Record<PriorityId, AgreementCount>> };

export const NO_ANSWERS: AgreementCounts = { agree: 0, disagree: 0, pass: 0 };
const NOTHING: AgreementCount = { ...NO_ANSWERS, byGroup: {} };

function count(tally: AgreementTally, group: GroupId, ballot: AgreementBallot, sign: 1 | -1): AgreementTally {
  const options: Record<PriorityId, AgreementCount> = { ...tally.options };
  for (const { option, answer } of ballot) {
    const counts = options[option] ?? NOTHING;
    const here = counts.byGroup[group] ?? NO_ANSWERS;
    options[option] = {
      ...counts,
      [answer]: counts[answer] + sign,
      byGroup: { ...counts.byGroup, [group]: { ...here, [answer]: here[answer] + sign } },
    };
  }
  return { ...countTurnout(tally, group, sign), options };
}

export const agreement: BallotMethod<OptionRules, AgreementBallot, AgreementTally> = {
  name: 'agreement',
  check(ballot, { options }) {
    const named = ballot.map(({ option }) => option);
    const refusal = checkOptions(named, options);
    if (refusal !== undefined) return refusal;
    if (ballot.some(({ answer }) => !ANSWERS.includes(answer))) return { rejected: 'bad_answer' };
    return ballot.map(({ option, answer }) => ({ option, answer })).sort((a, b) => byId(a.option, b.option));
  },
  isEmpty: (ballot) => ballot.length === 0,
  emptyTally: ({ options }) => ({ ...NOBODY, options: Object.fromEntries(options.map((id) => [id, NOTHING])) }),
  replace: (tally, _rules, group, before, after) =>
    replaceBy<AgreementBallot, AgreementTally>((sum, ballot, sign) => count(sum, group, ballot, sign))(
      tally,
      before,
      after,
    ),
};
