import { answerLine } from '../../../server/tally/answer-line';
import { withReference } from '../../support/reference-cases';

type BudgetCase = {
  readonly id: string;
  readonly vote_type: 'cumulative' | 'approval' | 'ordinal';
  readonly meta: { readonly budget: string; readonly max_length?: string };
  readonly projects: readonly { readonly id: string; readonly cost: string }[];
  readonly ballots: readonly (readonly (string | readonly [string, number])[])[];
  readonly published: {
    readonly votes: Readonly<Record<string, number>>;
    readonly score?: Readonly<Record<string, number>>;
    readonly selected_by_city?: readonly string[];
  };
  readonly computed_by_pabutools: Readonly<Record<string, readonly string[]>>;
  readonly city_selection_equals_greedy?: boolean;
};

const UTILITIES = {
  Cost_Sat: 'cost',
  Cardinality_Sat: 'cardinality',
  Additive_Cardinal_Sat: 'points',
} as const;

function tally(given: object): Record<string, unknown> {
  return JSON.parse(answerLine(JSON.stringify(given), 1));
}

withReference<BudgetCase>('voting/pabulib.json', (cases) => {
  describe.each(cases.map((given) => [given.id, given] as const))('%s', (_id, given) => {
    test('[DOT1] totals and supporters as the city printed them', () => {
      // A place in an ordinal ballot is worth max_length − place (from 0); an approval is worth one.
      const longest = Number(given.meta.max_length);
      const ballots = given.ballots.map((ballot) =>
        ballot.map((row, place) =>
          typeof row === 'string' ? [row, given.vote_type === 'ordinal' ? longest - place : 1] : row,
        ),
      );
      const { totals, supporters } = tally({ kind: 'dots', ballots });
      const listed = (figures: object): object => Object.fromEntries(Object.entries(figures).filter(([, n]) => n > 0));
      expect(supporters).toEqual(listed(given.published.votes));
      expect(totals).toEqual(listed(given.published.score ?? given.published.votes));
    });

    const selections = Object.entries(given.computed_by_pabutools).flatMap(([name, expected]) => {
      const [rule = '', sat = ''] = name.split('/');
      const utility = UTILITIES[sat as keyof typeof UTILITIES];
      return utility !== undefined && ['greedy', 'mes', 'mes+greedy'].includes(rule)
        ? [{ rule, utility, expected }]
        : [];
    });
    const city = given.published.selected_by_city;
    if (selections.length > 0)
      test.each(selections)('[BUD1] the selection of pabutools: $rule $utility', ({ rule, utility, expected }) => {
        const result = tally({
          kind: 'budget',
          projects: given.projects,
          budget: given.meta.budget,
          ballots: given.ballots,
          rule: rule === 'greedy' ? 'greedy' : 'equal-shares',
          utility,
        });
        expect(result[rule === 'mes+greedy' ? 'completed_by_greedy' : 'selection']).toEqual(expected);
        if (rule === 'greedy' && utility === 'cost' && given.city_selection_equals_greedy)
          expect([...(result.selection as string[])].sort()).toEqual([...city!].sort());
      });
  });
});
