// Random seminars against the whole engine: before reveal no view depends on what anybody answered.
import fc from 'fast-check';
import type { Ballot, Command } from '../../../../server/engine/commands';
import { project } from '../../../../server/engine/project';
import { castOf, EARLIER, play, seminar } from '../../../support/random-seminar';
import { expectSame } from '../../../support/same';
import { Session } from '../../../support/specification';
import { smallWorkshop } from '../../../support/workshop';

const AUDIENCES = ['participant', 'screen', 'facilitator'] as const;

/** The steps without ballots that were refused or said nothing. */
function standing(steps: readonly [string, Command][]): [string, Command][] {
  const session = new Session(smallWorkshop, EARLIER);
  return steps.filter(([who, command]) => {
    const outcome = session.wish(who, command);
    if (command.type !== 'ballot.cast') return true;
    return typeof outcome !== 'string' && session.state.activities.vote?.vote?.ballots.has(who) === true;
  });
}

/** The least that such a ballot can say: it stands, and nothing is left of what it said but that. */
function plainest(ballot: Ballot): Ballot {
  if ('choices' in ballot)
    return {
      choices: ballot.choices
        .filter(({ dots }) => dots > 0)
        .slice(0, 1)
        .map(({ option }) => ({ option, dots: 1 })),
    };
  if ('approved' in ballot) return { approved: ballot.approved.slice(0, 1) };
  if ('scores' in ballot) return { scores: ballot.scores.slice(0, 1).map((row) => ({ ...row, score: 1 })) };
  if ('ranked' in ballot) return { ranked: [ballot.ranked.flat().slice(0, 1)] };
  return { answers: ballot.answers.slice(0, 1).map(({ option }) => ({ option, answer: 'pass' as const })) };
}

const SEQS = ['order', 'seq', 'version'];

/** A repeated ballot adds a fact in one run and none in the other: seqs, and orders made of them, may differ; their sequence may not. */
function withoutSeq(view: unknown): unknown {
  const orders = new Set<number>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (SEQS.includes(key) && typeof part === 'number') orders.add(part);
      else collect(part);
    }
  };
  collect(view);
  const place = new Map([...orders].sort((a, b) => a - b).map((order, index) => [order, index]));
  const told = (key: string, value: unknown) =>
    // Acts are named by their seq.
    key === 'acts' ? Object.values(value as object) : SEQS.includes(key) ? place.get(value as number) : value;
  return JSON.parse(JSON.stringify(view, told));
}

test('[VOTE8] no view before reveal depends on any ballot or judgement', () => {
  // Non-interference: the same seminar with every ballot and judgement emptied of content looks the same.
  const blank = ([who, command]: readonly [string, Command]): [string, Command] => {
    if (command.type === 'endorsement.give') return [who, { ...command, level: 1 }];
    return [who, command.type === 'ballot.cast' ? castOf(plainest(command)) : command];
  };
  // An undo names a seq, which may be another act's in a run where a repeated ballot added no fact.
  const leftOut: readonly Command['type'][] = ['results.reveal', 'goals.choose', 'moderation.undo', 'moderation.redo'];
  fc.assert(
    fc.property(seminar, (steps) => {
      const hidden = steps.filter(([, command]) => !leftOut.includes(command.type));
      // Only ballots that stand in both runs are compared: otherwise turnout, which is live, rightly differs.
      const valid = standing(hidden);
      const [real, blanked] = [play(valid), play(valid.map(blank))];
      for (const audience of AUDIENCES) {
        expectSame(withoutSeq(project(real.state, audience)), withoutSeq(project(blanked.state, audience)));
      }
    }),
    { numRuns: 150 },
  );
});
