// The votes behind a line, in words.
import type { AgreementFigures, Trace, TraceVotes } from '../engine/views';
import type { StakeholderGroup, VoteMethod } from '../engine/vocabulary';
import { fewIn, shownOf } from '../engine/voting/few';
import { cellOf, type Measure, measuresOf, methodWord, ruleWord } from './vote-tables';
import type { Words } from './words';

/** Sentences about the votes behind a line: what decided, then each measure in all and by group as small cells allow. */
export function traceVotes({ votes }: Trace, groups: readonly StakeholderGroup[], say: Words): readonly string[] {
  if (votes === undefined) return [];
  const { method, rule, ballots, joined, seq, at } = votes;
  const decided = say('tracedVote', {
    method: methodWord(method, say),
    rule: ruleWord(rule, say),
    ballots,
    joined,
    seq,
    at: say.moment(at),
  });
  const measures = shortMeasures(votes, method, say).map(({ name, all, byGroup, bounds }) => {
    if (byGroup === undefined) return `${name}: ${say.cell(all)}`;
    const split = groups.map(
      ({ id, name: group }) => `${group[say.locale]}: ${say.cell(cellOf(byGroup, bounds, id, say))}`,
    );
    return `${name}: ${say.cell(all)} (${split.join(' · ')})`;
  });
  return [decided, ...measures];
}

/** As the tables have them, but a whole histogram is one figure: a note has no room for a line a point. */
function shortMeasures(votes: TraceVotes, method: VoteMethod, say: Words): readonly ShortMeasure[] {
  const { score } = votes;
  const agreement = shownOf(votes.agreement);
  if (agreement !== undefined) {
    const inOrder = (figures: AgreementFigures) => [figures.agree, figures.disagree, figures.pass].join('/');
    const name = [say('agree'), say('disagree'), say('pass')].join('/');
    return [{ name, all: inOrder(agreement), byGroup: mapped(agreement.byGroup, inOrder) }];
  }
  if (score === undefined || method.name !== 'score') return measuresOf(votes, method, say);
  return method.criteria.flatMap(({ id, name }): readonly ShortMeasure[] => {
    const few = fewIn(score.criteria[id]);
    if (few !== undefined) return [{ name: `${name[say.locale]}: ${say('fewAnswered')}`, all: few }];
    const result = shownOf(score.criteria[id]);
    if (result === undefined) return [];
    const inOrder = (counts: readonly number[]) => counts.join('·');
    const title = `${name[say.locale]}, 1·2·3·4·5`;
    return [{ name: title, all: inOrder(result.counts), byGroup: mapped(result.countsByGroup, inOrder) }];
  });
}

type ShortMeasure = Omit<Measure, 'byGroup'> & { readonly byGroup?: Readonly<Record<string, string | number>> };

function mapped<Figures>(byGroup: Readonly<Record<string, Figures>>, shown: (figures: Figures) => string) {
  return Object.fromEntries(Object.entries(byGroup).map(([group, figures]) => [group, shown(figures)]));
}

/** Whether a figure of some group is withheld in what these sentences say. */
export function isSplitHidden({ votes }: Trace, groups: readonly StakeholderGroup[], say: Words): boolean {
  if (votes === undefined) return false;
  return measuresOf(votes, votes.method, say).some(({ byGroup, bounds }) =>
    groups.some(({ id }) => byGroup !== undefined && byGroup[id] === undefined && bounds?.[id] === undefined),
  );
}
