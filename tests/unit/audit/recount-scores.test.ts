// A score vote opened again and again: what each reveal shows is of several moments, option by option, and the recount follows it
// by the ballots that stood at each.
import fc from 'fast-check';
import { sha256 } from '../../../server/audit/node-sha256';
import { recount, type Totals } from '../../../server/audit/recount';
import type { VotePer, VoteWeights, WorkshopDesign } from '../../../server/engine/vocabulary';
import { VOTE_PER, VOTE_WEIGHTS } from '../../../server/engine/vocabulary';
import { close, facilitates, idea, joined, open, reveal } from '../../support/scenes';
import { archiveOf } from '../../support/seminar';
import { Session, type Step } from '../../support/specification';
import { inAll, smallWorkshop } from '../../support/workshop';

const GROUPS = ['heads', 'communities', 'civil'] as const;
const PEOPLE = Array.from({ length: 14 }, (_, at) => [`p${at}`, GROUPS[at < 3 ? 0 : 1 + (at % 2)] ?? 'civil'] as const);
const OPTIONS = ['i1', 'i2', 'i3', 'i4'];
const CRITERIA = ['importance', 'feasibility'];

type Vote = { readonly weights: VoteWeights; readonly per: VotePer; readonly smallestCell: number };

function room({ weights, per, smallestCell }: Vote): Session {
  const design: WorkshopDesign = { ...smallWorkshop, smallestCell };
  const session = new Session(design);
  const method = { name: 'score', criteria: CRITERIA.map((id) => ({ id, name: inAll(id) })), scale: 5 } as const;
  play(
    session,
    ...joined(...PEOPLE),
    ...facilitates(
      { type: 'session.start' },
      { type: 'vote.configure', activityId: 'vote', settings: { method, rule: 'median', places: 2, per, weights } },
      open('collect'),
    ),
    ...OPTIONS.map((id, at): Step => ['p0', idea(id, `Option ${at}`, '2030', at < 2 ? 'law' : 'services')]).slice(0, 3),
    ['p1', idea('i4', 'Option 3', '2030', 'services')],
    ...facilitates(close('collect')),
  );
  return session;
}

function play(session: Session, ...steps: readonly Step[]): void {
  for (const [who, command] of steps) expect(session.wish(who, command)).not.toEqual(expect.any(String));
}

const point = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const deed = fc.record({
  who: fc.constantFrom(...PEOPLE.map(([id]) => id)),
  points: fc.array(point, { minLength: OPTIONS.length * CRITERIA.length, maxLength: OPTIONS.length * CRITERIA.length }),
});
const rounds = fc.array(
  fc.record({ deeds: fc.array(deed, { maxLength: 12 }), strike: fc.constantFrom(undefined, undefined, ...OPTIONS) }),
  { minLength: 2, maxLength: 5 },
);

function vote(
  session: Session,
  { who, points }: { readonly who: string; readonly points: readonly (number | undefined)[] },
) {
  const scores = OPTIONS.flatMap((option, row) =>
    CRITERIA.flatMap((criterion, column) => {
      const score = points[row * CRITERIA.length + column];
      return score === undefined ? [] : [{ option, criterion, score }];
    }),
  );
  // A ballot that names only what is struck is refused: nothing happens.
  session.wish(who, { type: 'ballot.cast', activityId: 'vote', scores });
}

const verdictsOf = async (lines: readonly string[]) =>
  ((await recount(lines, sha256)) as Totals).outcomes.map(({ verdict }) => verdict);

test('[VER3] [CELL4] every outcome of a score vote opened again is recounted from what each reveal shows', async () => {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(
      rounds,
      fc.constantFrom(...VOTE_WEIGHTS),
      fc.constantFrom(...VOTE_PER),
      fc.integer({ min: 1, max: 5 }),
      async (plan, weights, per, smallestCell) => {
        const session = room({ weights, per, smallestCell });
        for (const { deeds, strike } of plan) {
          play(session, ...facilitates(open('vote')));
          for (const one of deeds) vote(session, one);
          play(session, ...facilitates(close('vote'), reveal('vote')));
          if (strike !== undefined)
            session.wish('facilitator', { type: 'option.strike', activityId: 'vote', option: strike });
        }
        const verdicts = await verdictsOf(archiveOf(session));
        expect(verdicts.filter((verdict) => verdict !== 'agrees' && verdict !== 'held')).toEqual([]);
        held += verdicts.filter((verdict) => verdict === 'held').length;
      },
    ),
    { numRuns: 150 },
  );
  expect(held).toBeGreaterThan(0);
});

test('[VER3] what an outcome of a later reveal declares otherwise than its ballots select is found', async () => {
  const session = room({ weights: 'person', per: 'all', smallestCell: 4 });
  const points = (...first: (number | undefined)[]) => first.flatMap((one) => [one, undefined]);
  play(session, ...facilitates(open('vote')));
  for (const [who] of PEOPLE.slice(0, 8)) vote(session, { who, points: points(5, 4, 2, 1) });
  play(session, ...facilitates(close('vote'), reveal('vote'), open('vote')));
  for (const [who] of PEOPLE.slice(8, 13)) vote(session, { who, points: points(1, 5, 5, undefined) });
  vote(session, { who: 'p13', points: points(undefined, undefined, undefined, 5) });
  play(session, ...facilitates(close('vote'), reveal('vote')));
  expect(await verdictsOf(archiveOf(session))).toEqual(['agrees', 'held']);

  // As a forger would: another selection, and the whole chain made anew.
  const last = session.log.findLastIndex(({ type }) => type === 'OutcomeDeclared');
  const outcome = session.log[last];
  if (outcome?.type !== 'OutcomeDeclared') throw new Error('no outcome');
  const selected = [...outcome.data.selected].reverse();
  session.log[last] = { ...outcome, data: { ...outcome.data, selected } };
  expect(await verdictsOf(archiveOf(session))).toEqual(['agrees', 'differs']);
});
