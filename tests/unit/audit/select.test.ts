// Two implementations that share nothing must agree on every vote: the engine's, and the slow one of the recount.
import fc from 'fast-check';
import { selectAgain } from '../../../server/audit/select';
import type { Ballot } from '../../../server/engine/commands';
import type { RulesEdition, VoteMethod, VotePer, VoteRule, VoteWeights } from '../../../server/engine/vocabulary';
import { RULES_EDITIONS, RULES_OF_METHOD, VOTE_PER, VOTE_WEIGHTS } from '../../../server/engine/vocabulary';
import { countingOf } from '../../../server/engine/voting/methods/counting';
import { declareOutcome } from '../../../server/engine/voting/selecting/outcome';

const name = { ky: 'x', ru: 'x', en: 'x' };
const METHODS: readonly VoteMethod[] = [
  { name: 'dots', budget: 6, cap: 3 },
  { name: 'approval', max: 4 },
  { name: 'score', scale: 5, criteria: [{ id: 'importance', name }] },
  { name: 'ranking', top: 4 },
];
const GROUPS = ['heads', 'communities', 'civil'];

function ballotOf(method: VoteMethod, options: readonly string[]): fc.Arbitrary<Ballot> {
  const some = fc.shuffledSubarray([...options], { minLength: 1, maxLength: Math.min(4, options.length) });
  switch (method.name) {
    case 'dots':
      return fc
        .tuple(some, fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }))
        .map(([chosen, dots]) => ({ choices: chosen.map((option, at) => ({ option, dots: dots[at] ?? 1 })) }));
    case 'score':
      return fc
        .tuple(some, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }))
        .map(([chosen, points]) => ({
          scores: chosen.map((option, at) => ({ option, criterion: 'importance', score: points[at] ?? 1 })),
        }));
    case 'ranking':
      return fc.tuple(some, fc.boolean()).map(([[first = '', ...others], tied]) => ({
        ranked: tied
          ? [[first, ...others.slice(0, 1)], ...others.slice(1).map((one) => [one])]
          : [first, ...others].map((one) => [one]),
      }));
    default:
      return some.map((approved) => ({ approved }));
  }
}

const cases = METHODS.flatMap((method) =>
  RULES_OF_METHOD[method.name].flatMap((rule) =>
    VOTE_WEIGHTS.flatMap((weights) =>
      RULES_EDITIONS.flatMap((rules) => VOTE_PER.map((per) => ({ rules, per, method, rule, weights }))),
    ),
  ),
);

test.each(cases)('[VER3] the recount selects as the engine does: %j', (settings) => {
  const { method } = settings;
  const vote = fc.integer({ min: 1, max: 6 }).chain((size) => {
    const options = Array.from({ length: size }, (_, at) => `o${at}`);
    const voter = fc.record({ group: fc.constantFrom(...GROUPS), ballot: ballotOf(method, options) });
    return fc.record({
      options: fc.constant(options),
      places: fc.integer({ min: 1, max: size + 1 }),
      voters: fc.array(voter, { maxLength: 9 }),
    });
  });
  fc.assert(
    fc.property(vote, ({ options, places, voters }) => {
      const vote = { ...settings, options, places, voters };
      expect(again(vote)).toEqual(byEngine(vote));
    }),
    { numRuns: 100 },
  );
});

/** The first three of one theme, the rest of another, as a ballot has them. */
const themeOf = (option: string) => (Number(option.slice(1)) < 3 ? 'law' : 'services');

type Case = {
  readonly rules: RulesEdition;
  readonly per: VotePer;
  readonly method: VoteMethod;
  readonly rule: VoteRule;
  readonly weights: VoteWeights;
  readonly options: readonly string[];
  readonly places: number;
  readonly voters: readonly { readonly group: string; readonly ballot: Ballot }[];
};

function again({ rules, per, method, rule, weights, options, places, voters }: Case) {
  const ballots = voters.map(({ group, ballot }) => ({ group, data: ballot as unknown as Record<string, unknown> }));
  const themes = Object.fromEntries(options.map((option) => [option, themeOf(option)]));
  const criterion = 'importance';
  return selectAgain({ rules, per, method: method.name, rule, places, weights, options, themes, criterion, ballots });
}

function byEngine({ rules, per, method, rule, weights, options, places, voters }: Case) {
  const counting = countingOf(method, options);
  const tally = voters.reduce(
    (standing, { group, ballot }) => counting.replace(standing, group, undefined, ballot),
    counting.emptyTally(),
  );
  const joinedByGroup = Object.fromEntries(GROUPS.map((group) => [group, 9]));
  const groups = GROUPS.map((id) => ({ id, name }));
  const { selected } = declareOutcome({
    rules,
    settings: { method, rule, places, per, weights },
    themeOf,
    options,
    tally,
    ballots: voters,
    groups: GROUPS,
    smallestCell: 1,
    present: { joined: 27, joinedByGroup },
    round: 1,
    cellsOf: () => ({ groups, smallestCell: 1, withheld: new Set(), respondents: {} }),
  });
  return selected;
}
