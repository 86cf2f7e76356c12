// Where every group counts the same: rank, selection and the votes that decide say the same in every file, and the rank that people
// counting the same would give stands beside them.
import fc from 'fast-check';
import { fillIn } from '../../../server/engine/activities/vote/practised-ballot';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import { project } from '../../../server/engine/project';
import type { VoteMethod } from '../../../server/engine/vocabulary';
import { RULES_OF_METHOD } from '../../../server/engine/vocabulary';
import { renderCsv } from '../../../server/export/csv';
import { renderJson } from '../../../server/export/json';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { Random } from '../../../server/rehearsal/random';
import { METHODS } from '../../support/judged-hall';
import { readCsv } from '../../support/read-csv';
import { ballot, close, facilitates, idea, joined, open, reveal } from '../../support/scenes';
import { Session, type Step } from '../../support/specification';
import { smallWorkshop } from '../../support/workshop';

const OPTIONS = ['i1', 'i2', 'i3', 'i4'];
const PEOPLE = [
  ...Array.from({ length: 2 }, (_, at) => [`h${at}`, 'heads'] as const),
  ...Array.from({ length: 9 }, (_, at) => [`c${at}`, 'communities'] as const),
];

function voted(method: VoteMethod, smallestCell: number, cast: (id: string, at: number) => Step | undefined): Session {
  const session = new Session({ ...smallWorkshop, smallestCell });
  const [rule] = RULES_OF_METHOD[method.name];
  const settings = { method, rule, places: 2, weights: 'group' } as const;
  const steps = [
    ...joined(...PEOPLE),
    ...facilitates(
      { type: 'session.start' },
      { type: 'vote.configure', activityId: 'vote', settings },
      open('collect'),
    ),
    ...OPTIONS.map((id, at): Step => [`c${at}`, idea(id, `Option ${id}`)]),
    ...facilitates(close('collect'), open('vote')),
    ...PEOPLE.flatMap(([id], at): readonly Step[] => {
      const step = cast(id, at);
      return step === undefined ? [] : [step];
    }),
    ...facilitates(close('vote'), reveal('vote')),
  ];
  for (const [who, command] of steps) expect([who, session.wish(who, command)]).not.toEqual([who, expect.any(String)]);
  return session;
}

const reportOf = ({ state }: Session) => buildReport(state, { startedAt: 0, closingHash: '' });

test('[OUT13] dots: two village heads weigh as much as nine others, and every file says which rank decides', () => {
  const session = voted({ name: 'dots', budget: 5, cap: 3 }, 1, (id) => [
    id,
    id.startsWith('h') ? ballot(['i1', 3], ['i2', 1]) : ballot(['i2', 2], ['i3', 3]),
  ]);
  // Of 11 people each group weighs 5.5: heads 11/4 a person, the others 11/18.
  const weighted = { i1: '33/2', i2: '33/2', i3: '33/2', i4: '0' };
  const vote = project(session.state, 'screen').activity as VoteView;
  expect(vote.weightedVotes).toEqual(weighted);
  expect(Object.fromEntries(Object.entries(vote.results ?? {}).map(([id, { rank }]) => [id, rank]))).toEqual({
    i2: 1,
    i3: 2,
    i1: 3,
    i4: 4,
  });
  expect(vote.rankByPerson).toEqual({ i3: 1, i2: 2, i1: 3, i4: 4 });
  expect(vote.outcome?.selected).toEqual(['i2', 'i3']);
  const rows = readCsv(renderCsv(reportOf(session), 'votes', 'en')).slice(1);
  expect(rows.map((row) => [row[3], row[1], row.at(-2), row.at(-1)])).toEqual([
    ['Option i2', '1', '2', '16.5'],
    ['Option i3', '2', '1', '16.5'],
    ['Option i1', '3', '3', '16.5'],
    ['Option i4', '4', '4', '0'],
  ]);
  const markdown = renderMarkdown(buildVisionDocument(reportOf(session), 'en'));
  expect(markdown).toContain('Rank and selection go by votes in which every group counts the same.');
  expect(markdown).toContain('| 1 | 2 | law | Option i2 (ky) | yes |');
  expect(project(session.state, 'participant').activity).not.toHaveProperty('rankByPerson');
});

test.each(METHODS)('[OUT13] [OUT10] $name: ranks, places and figures agree in every file', (method) => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 4 }), (seed, smallestCell) => {
      const random = new Random(`${method.name} ${seed}`);
      const session = voted(method, smallestCell, (id) => {
        const filled = fillIn(method, random.shuffle(OPTIONS), random);
        return random.chance(0.8) ? [id, { type: 'ballot.cast', activityId: 'vote', ...filled }] : undefined;
      });
      const report = reportOf(session);
      const [vote] = report.votes;
      const options = vote?.options ?? [];
      // What is selected is what ranks first: no rank goes down along the places, and none outside is before one inside.
      const selected = options.filter(({ place }) => place !== undefined);
      const others = options.filter(({ place, rank }) => place === undefined && rank !== undefined);
      const ranks = selected.map(({ rank = 0 }) => rank);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      for (const { rank = 0 } of others) expect(rank).toBeGreaterThanOrEqual(ranks.at(-1) ?? 0);
      // Equal figures, equal ranks; more never ranks after less.
      for (const a of options)
        for (const b of options) {
          const [own, other] = [a, b].map(({ dots, approval }) => [
            dots?.dots ?? approval?.approvals ?? 0,
            dots?.supporters ?? 0,
          ]);
          if (a.dots === undefined && a.approval === undefined) continue;
          const ahead = (own?.[0] ?? 0) - (other?.[0] ?? 0) || (own?.[1] ?? 0) - (other?.[1] ?? 0);
          expect(Math.sign((b.rankByPerson ?? 0) - (a.rankByPerson ?? 0))).toBe(Math.sign(ahead));
          if (typeof a.weightedVotes !== 'string' || typeof b.weightedVotes !== 'string') continue;
          const [mine, theirs] = [a.weightedVotes, b.weightedVotes].map((text) => {
            const [n = 0, d = 1] = text.split('/').map(Number);
            return n / d;
          });
          if (Math.abs((mine ?? 0) - (theirs ?? 0)) > 1e-9)
            expect(Math.sign((b.rank ?? 0) - (a.rank ?? 0))).toBe(Math.sign((mine ?? 0) - (theirs ?? 0)));
        }
      // The same ranks everywhere.
      const said = options.map(({ heading, rank, rankByPerson }) => [
        heading.text,
        String(rank ?? ''),
        String(rankByPerson ?? ''),
      ]);
      const outcomes = readCsv(renderCsv(report, 'outcomes', 'en')).slice(1);
      expect(outcomes.map((row) => [row[7], row[17], row[22]])).toEqual(said);
      const open = JSON.parse(renderJson(report)) as {
        votes: { options: { heading: { text: string }; rank?: number; rankByPerson?: number }[] }[];
      };
      expect(
        open.votes[0]?.options.map(({ heading, rank, rankByPerson }) => [
          heading.text,
          String(rank ?? ''),
          String(rankByPerson ?? ''),
        ]),
      ).toEqual(said);
      if (method.name === 'agreement') for (const [, , byPerson] of said) expect(byPerson).toBe('');
    }),
    { numRuns: 40 },
  );
});
