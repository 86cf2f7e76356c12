// Options taken out of a running vote. Ballots and tallies stay as they were cast, and what is struck is left out where they
// are read: so a strike changes nobody's turnout, no figure of another option, and is undone by forgetting it.
import type { Ballot } from '../../commands';
import type { PriorityId } from '../../vocabulary';
import type { VoteTally } from './counting';

export type Struck = readonly PriorityId[];

/** What the ballot says of the others; it may say nothing any more. */
export function ballotWithout(ballot: Ballot, struck: Struck): Ballot {
  if (struck.length === 0) return ballot;
  const stands = (id: PriorityId): boolean => !struck.includes(id);
  const named = ({ option }: { readonly option: PriorityId }): boolean => stands(option);
  if ('choices' in ballot) return { choices: ballot.choices.filter(named) };
  if ('approved' in ballot) return { approved: ballot.approved.filter(stands) };
  if ('scores' in ballot) return { scores: ballot.scores.filter(named) };
  if ('answers' in ballot) return { answers: ballot.answers.filter(named) };
  return { ranked: ballot.ranked.map((tier) => tier.filter(stands)).filter((tier) => tier.length > 0) };
}

/** The figures of the others, which are what they were: an order among them does not depend on what stood between. */
export function tallyWithout(tally: VoteTally, options: readonly PriorityId[], struck: Struck): VoteTally {
  if (struck.length === 0) return tally;
  if (tally.method !== 'ranking') {
    const standing = Object.entries<unknown>(tally.options).filter(([id]) => !struck.includes(id));
    return { ...tally, options: Object.fromEntries(standing) } as VoteTally;
  }
  const places = options.flatMap((id, place) => (struck.includes(id) ? [] : [place]));
  const pick = <Item>(row: readonly Item[]): readonly Item[] => places.map((place) => row[place] as Item);
  const without = <Count extends Pick<typeof tally, 'margins' | 'named'>>(count: Count): Count => ({
    ...count,
    margins: pick(count.margins).map(pick),
    named: pick(count.named),
  });
  const byGroup = Object.entries(tally.byGroup).map(([group, count]) => [group, without(count)] as const);
  return { ...without(tally), byGroup: Object.fromEntries(byGroup) };
}
