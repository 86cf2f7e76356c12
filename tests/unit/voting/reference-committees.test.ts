import { toText } from '../../../server/engine/voting/fraction';
import type { ApprovalElection, Selection } from '../../../server/engine/voting/selecting/election';
import { prepare } from '../../../server/engine/voting/selecting/election';
import { createEqualShares, equalShares } from '../../../server/engine/voting/selecting/equal-shares';
import { approvalScores, mostApproved, mostSatisfying } from '../../../server/engine/voting/selecting/most-supported';
import { createPhragmen, sequentialPhragmen } from '../../../server/engine/voting/selecting/phragmen';
import type { Stage } from '../../../server/engine/voting/selecting/stage';
import { everyOutcome, runStages } from '../../../server/engine/voting/selecting/stage';
import { withReference } from '../../support/reference-cases';

type Expected = {
  readonly lexicographic: readonly number[];
  readonly all_tied_committees: readonly (readonly number[])[];
  readonly scores?: readonly number[];
  readonly trace?: readonly { add: number; q?: string; max_load?: string; tied: readonly number[] }[];
  readonly final_budgets?: readonly string[];
};
type CommitteeCase = {
  readonly id: string;
  readonly num_candidates: number;
  readonly committee_size: number;
  readonly approvals: readonly (readonly number[])[];
  readonly expected: Readonly<Record<string, Expected>>;
};

type Rule = {
  readonly select: (election: ApprovalElection) => Selection;
  readonly start?: (e: ApprovalElection) => Stage;
};

const RULES: Readonly<Record<string, Rule>> = {
  av: { select: mostApproved },
  sav: { select: mostSatisfying },
  seqphragmen: { select: sequentialPhragmen, start: (election) => createPhragmen(prepare(election)) },
  'equal-shares': { select: (election) => equalShares(election), start: (election) => createEqualShares(election) },
  'equal-shares-without-completion': {
    select: (election) => equalShares(election, 'none'),
    start: (election) => createEqualShares(election, 'none'),
  },
};

function toElection(given: CommitteeCase): ApprovalElection {
  return { candidates: given.num_candidates, seats: given.committee_size, ballots: given.approvals };
}

withReference<CommitteeCase>('voting/committees.json', (cases) => {
  describe.each(Object.entries(RULES))('%s', (rule, { select, start }) => {
    test.each(cases.map((given) => [given.id, given] as const))(
      '[SEL1] [SEL2] elects as the reference: %s',
      (_id, given) => {
        const expected = given.expected[rule]!;
        const selection = select(toElection(given));
        expect(selection.committee).toEqual(expected.lexicographic);
        expect(expected.all_tied_committees).toContainEqual(selection.committee);
      },
    );

    const traced = cases.filter((given) => given.expected[rule]?.trace !== undefined);
    if (traced.length > 0)
      test.each(traced.map((given) => [given.id, given] as const))('[SEL3] same prices and ties: %s', (_id, given) => {
        // Nobody approves what has no price; abcvoting writes k + 1 there.
        const nobody = String(given.committee_size + 1);
        expect(
          select(toElection(given)).trace.map(({ add, price, tied }) => [add, price ? toText(price) : nobody, tied]),
        ).toEqual(given.expected[rule]!.trace!.map(({ add, q, max_load, tied }) => [add, q ?? max_load, tied]));
      });

    if (start !== undefined)
      test.each(cases.map((given) => [given.id, given] as const))(
        '[SEL4] every tie followed gives exactly the reference committees: %s',
        (_id, given) => {
          expect(everyOutcome(start(toElection(given)), given.committee_size, 50_000)).toEqual(
            given.expected[rule]!.all_tied_committees,
          );
        },
      );
  });

  test.each(cases.map((given) => [given.id, given] as const))(
    '[SEL1] approval scores of the reference: %s',
    (_id, given) => {
      expect(approvalScores(toElection(given)).map(toText)).toEqual(given.expected.av!.scores!.map(String));
    },
  );

  const withBudgets = cases.filter((given) => given.expected['equal-shares-without-completion']!.final_budgets);
  test.each(withBudgets.map((given) => [given.id, given] as const))('[SEL3] same money left: %s', (_id, given) => {
    const stage = createEqualShares(toElection(given), 'none');
    runStages(stage, { candidates: given.num_candidates, seats: given.committee_size });
    expect(stage.money().map(toText)).toEqual(given.expected['equal-shares-without-completion']!.final_budgets);
  });
});
