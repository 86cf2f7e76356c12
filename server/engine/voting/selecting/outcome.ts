import type { PriorityId, VoteWeights } from '../../vocabulary';
import { compare, fraction, multiply, ONE } from '../fraction';
import { seen } from '../measures/agreement';
import { publishedAgreement } from '../publishing/published-agreement';
import type { BallotBox } from './ballot-box';
import type { Outcome, Selected } from './declared';
import { type Field, fieldsOf } from './fields';
import { groupSplit, isClose, isLowTurnout, isPolarised, lowTurnoutGroups, notHeard } from './flags';
import { tiersOfOptions } from './option-tiers';
import type { OutcomeFlags } from './outcome-view';
import { bothSelections, selectionScores, weightsOf } from './selections';
import { supportOf } from './support';

export function declareOutcome(box: BallotBox): Outcome {
  const { settings, present, round } = box;
  const decided = selectBy(box, settings.weights);
  const { selected, tiedAtCut } = decided;
  const other = settings.weights === 'group' ? selectBy(box, 'person') : undefined;
  const places = settings.places * fieldsOf(box.options, settings, box.themeOf).length;
  return {
    round,
    settings,
    ballots: box.tally.ballots,
    joined: present.joined,
    selected,
    tiedAtCut,
    ...(box.rules === 1 ? {} : { emptyPlaces: Math.max(settings.places, places) - selected.length }),
    bySelection: decided.bySelection,
    ...(decided.order === undefined ? {} : { order: decided.order }),
    ...(other === undefined
      ? {}
      : {
          byWeights: {
            person: { selected: other.selected, tiedAtCut: other.tiedAtCut },
            group: { selected, tiedAtCut },
          },
        }),
    flags: flagsOf(box, tiedAtCut),
  };
}

/** What can be selected, field by field: by the first rules everything, since then only what somebody is for. */
export function candidatesOf({ rules, tally, options, settings, themeOf }: BallotBox): readonly Field[] {
  const eligible = options.filter(
    (option, place) => rules === 1 || supportOf(tally, settings.method, option, place).supporters > 0,
  );
  return fieldsOf(eligible, settings, themeOf);
}

function selectBy(box: BallotBox, weights: VoteWeights): Pick<Outcome, keyof Selected | 'bySelection' | 'order'> {
  const both = bothSelections(box, weights, candidatesOf(box));
  if (both !== undefined) {
    const { selected, tiedAtCut } = box.settings.rule === 'fair_share' ? both.fairShare : both.mostSupported;
    return { selected, tiedAtCut, bySelection: both };
  }
  const order = tiersOfOptions(box, weightsOf(box.tally, weights));
  const cuts = candidatesOf(box).map((field) =>
    cut(
      order.map((tier) => tier.filter((option) => field.includes(option))),
      box.settings.places,
    ),
  );
  return {
    selected: cuts.flatMap(({ selected }) => selected),
    tiedAtCut: cuts.flatMap(({ tiedAtCut }) => tiedAtCut),
    bySelection: {},
    order,
  };
}

/** The first `places` of tiers; who is equal at the last place, if not all of them fit. */
function cut(tiers: readonly (readonly PriorityId[])[], places: number): Selected {
  const all = tiers.flat();
  const [last, next] = [all[places - 1], all[places]];
  const tier = tiers.find((options) => last !== undefined && options.includes(last));
  const tied = tier !== undefined && next !== undefined && tier.includes(next);
  return { selected: all.slice(0, places), tiedAtCut: tied ? tier : [] };
}

function flagsOf(box: BallotBox, tiedAtCut: readonly PriorityId[]): OutcomeFlags {
  const { rules, tally, groups, smallestCell, present } = box;
  return {
    close: isCloseRun(box),
    tiedAtCut: tiedAtCut.length > 0,
    lowTurnout: isLowTurnout(tally.ballots, present.joined),
    notHeard: notHeard(tally.ballotsByGroup, groups),
    lowTurnoutGroups: lowTurnoutGroups(
      tally.ballotsByGroup,
      Object.fromEntries(groups.map((group) => [group, present.joinedByGroup[group] ?? 0])),
      rules === 1 ? smallestCell : 0,
    ),
    ...divisions(box),
    ...bordaBeaten(box),
  };
}

/** Rankings: who is first by Borda's points while others are first by Schulze's pairs. The two rules may then disagree. */
function bordaBeaten(box: BallotBox): Pick<OutcomeFlags, 'bordaBeaten'> {
  if (box.rules === 1 || box.tally.method !== 'ranking' || box.tally.ballots === 0) return {};
  const weights = weightsOf(box.tally, box.settings.weights);
  const firstBy = (rule: 'borda' | 'schulze') =>
    tiersOfOptions({ ...box, settings: { ...box.settings, rule } }, weights)[0] ?? [];
  const undefeated = firstBy('schulze');
  const beaten = firstBy('borda').filter((option) => !undefeated.includes(option));
  return beaten.length === 0 ? {} : { bordaBeaten: beaten };
}

/** Only counting has a margin that one ballot is measured against. */
function isCloseRun(box: BallotBox): boolean {
  const { rule, method, places, weights } = box.settings;
  const heaviest = Object.values(weightsOf(box.tally, weights)).reduce(
    (most, weight) => (compare(weight, most) > 0 ? weight : most),
    ONE,
  );
  const oneBallot = multiply(heaviest, fraction(method.name === 'dots' ? method.cap : 1));
  return fieldsOf(box.options, box.settings, box.themeOf).some((field) => {
    const scores = rule === 'most_supported' ? selectionScores(box.tally, field, weights) : undefined;
    return scores !== undefined && isClose(scores, places, oneBallot);
  });
}

/** Only agreement asks for sides. The split is a derived cell, so it knows only groups that may be shown. */
function divisions({ tally, options, cellsOf }: BallotBox): Pick<OutcomeFlags, 'polarised' | 'groupSplit'> {
  if (tally.method !== 'agreement') return { polarised: [], groupSplit: [] };
  const counts = options.flatMap((option) => {
    const count = tally.options[option];
    return count === undefined ? [] : [{ option, count }];
  });
  return {
    polarised: counts.filter(({ count }) => isPolarised(count)).map(({ option }) => option),
    groupSplit: counts.flatMap(({ option, count }) => {
      const { byGroup } = publishedAgreement(count, count.byGroup, cellsOf(option));
      const split = groupSplit(Object.fromEntries(Object.entries(byGroup).filter(([, answers]) => seen(answers) > 0)));
      return split === undefined ? [] : [{ option, ...split }];
    }),
  };
}
