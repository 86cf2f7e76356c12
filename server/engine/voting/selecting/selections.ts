// Dots and approval: the most supported and the fair share of one ballot box, always both, whichever of them decides.

import type { Ballot } from '../../commands';
import type { GroupId, PriorityId, VoteWeights } from '../../vocabulary';
import type { Fraction } from '../fraction';
import { ONE, toText } from '../fraction';
import type { VoteTally } from '../methods/counting';
import type { BallotBox } from './ballot-box';
import type { DeclaredSelection } from './declared';
import type { Selection } from './election';
import { equalShares } from './equal-shares';
import type { Field } from './fields';
import { selectHighest } from './most-supported';
import { reasons } from './reasons';
import { tieOrder } from './ties';
import { groupWeights, weightedTotal } from './weights';

/** What one ballot of each group counts; groups without a ballot have no weight. */
export function weightsOf(tally: VoteTally, weights: VoteWeights): Readonly<Record<GroupId, Fraction>> {
  if (weights === 'group') return groupWeights(tally.ballotsByGroup);
  return Object.fromEntries(Object.keys(tally.ballotsByGroup).map((group) => [group, ONE]));
}

/** Per option its dots or approvals with these weights; undefined for methods that do not add up. */
export function selectionScores(
  tally: VoteTally,
  options: readonly PriorityId[],
  weights: VoteWeights,
): readonly Fraction[] | undefined {
  if (tally.method !== 'dots' && tally.method !== 'approval') return undefined;
  const each = weightsOf(tally, weights);
  const figures = (option: PriorityId): Readonly<Record<GroupId, number>> =>
    tally.method === 'dots'
      ? (tally.options[option]?.dotsByGroup ?? {})
      : (tally.options[option]?.approvalsByGroup ?? {});
  return options.map((option) => weightedTotal(figures(option), each));
}

/** A dot or more stands behind an option as an approval does. */
function supportedBy(ballot: Ballot): readonly PriorityId[] {
  if ('choices' in ballot) return ballot.choices.map(({ option }) => option);
  return 'approved' in ballot ? ballot.approved : [];
}

type Both = { readonly mostSupported: DeclaredSelection; readonly fairShare: DeclaredSelection };

/** `fields`: what can be selected; each has the places of the settings for itself. */
export function bothSelections(box: BallotBox, weights: VoteWeights, fields: readonly Field[]): Both | undefined {
  if (box.tally.method !== 'dots' && box.tally.method !== 'approval') return undefined;
  const each = fields.map((options) => selectionsOf(box, weights, options));
  return {
    mostSupported: joined(each.map(({ mostSupported }) => mostSupported)),
    fairShare: joined(each.map(({ fairShare }) => fairShare)),
  };
}

function joined(selections: readonly DeclaredSelection[]): DeclaredSelection {
  return {
    selected: selections.flatMap(({ selected }) => selected),
    tiedAtCut: selections.flatMap(({ tiedAtCut }) => tiedAtCut),
    reasons: selections.flatMap(({ reasons: own }) => own),
  };
}

/** As if these options were the only ones on the ballot. */
function selectionsOf(box: BallotBox, weights: VoteWeights, options: readonly PriorityId[]): Both {
  const { settings, tally } = box;
  const places = new Map(options.map((id, place) => [id, place]));
  const ballots = box.ballots.map(({ ballot }) =>
    supportedBy(ballot).flatMap((id) => {
      const place = places.get(id);
      return place === undefined ? [] : [place];
    }),
  );
  const supporters = options.map((): number[] => []);
  ballots.forEach((approved, voter) => {
    for (const candidate of approved) supporters[candidate]!.push(voter);
  });
  const order = tieOrder({ supporters: supporters.map((voters) => voters.length) });
  const seats = Math.min(settings.places, options.length);
  const each = weightsOf(tally, weights);
  const election = {
    candidates: options.length,
    seats,
    ballots,
    tieOrder: order,
    ...(weights === 'person' ? {} : { weights: box.ballots.map(({ group }) => each[group]!) }),
  };
  const scores = selectionScores(tally, options, weights) ?? [];
  return {
    mostSupported: declared(selectHighest(scores, seats, supporters, order), options, box),
    fairShare: declared(equalShares(election), options, box),
  };
}

function declared(
  selection: Selection,
  options: readonly PriorityId[],
  { ballots, groups }: BallotBox,
): DeclaredSelection {
  const idOf = (candidate: number): PriorityId => options[candidate]!;
  const why = reasons(
    selection,
    ballots.map(({ group }) => group),
  );
  return {
    selected: selection.order.map(idOf),
    tiedAtCut: selection.tiedAtCut.map(idOf),
    reasons: why.map(({ add, place, phase, price, people, groups: paying, peopleByGroup, tiedWith }) => ({
      option: idOf(add),
      place,
      phase,
      ...(price === undefined ? {} : { price: toText(price) }),
      people,
      groups: paying,
      // In the workshop's order, so that the fact does not depend on who voted first.
      peopleByGroup: Object.fromEntries(
        groups.flatMap((group) => (peopleByGroup[group] === undefined ? [] : [[group, peopleByGroup[group]]])),
      ),
      tiedWith: tiedWith.map(idOf),
    })),
  };
}
