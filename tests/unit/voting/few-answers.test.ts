// Small rooms, item by item: whatever few people are asked and however often it is shown, nothing that leaves the session holds
// what fewer than `smallestCell` of them said.

import fc from 'fast-check';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import type { Ballot, Command } from '../../../server/engine/commands';
import { project } from '../../../server/engine/project';
import { districtOf } from '../../../server/engine/roll-up/district';
import { rollUp } from '../../../server/engine/roll-up/roll-up';
import type { AgreementLevel, VoteMethod, WorkshopDesign } from '../../../server/engine/vocabulary';
import { RULES_OF_METHOD } from '../../../server/engine/vocabulary';
import { onView } from '../../../server/engine/voting/publishing/publication';
import { fateOf } from '../../../server/engine/voting/telling/fate';
import { renderCsv } from '../../../server/export/csv';
import { renderJson } from '../../../server/export/json';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { renderRollUpJson } from '../../../server/export/roll-up/roll-up-json';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { expectSame } from '../../support/same';
import { close, facilitates, idea, joined, open, reveal } from '../../support/scenes';
import { Session, type Step } from '../../support/specification';
import { inAll, smallWorkshop } from '../../support/workshop';
import { disclosed } from './publication-attack';

const CELL = 4;
const GROUP_OF: Readonly<Record<string, string>> = {
  h1: 'heads',
  h2: 'heads',
  m1: 'communities',
  m2: 'communities',
  m3: 'communities',
  m4: 'communities',
  c1: 'civil',
};
const PEOPLE = Object.keys(GROUP_OF);
const OPTIONS = ['i1', 'i2'] as const;
const AGREEMENT: VoteMethod = { name: 'agreement' };
const SCORE: VoteMethod = {
  name: 'score',
  criteria: ['importance', 'feasibility'].map((id) => ({ id, name: inAll(id) })),
  scale: 5,
};

function room(method: VoteMethod): Session {
  const design: WorkshopDesign = { ...smallWorkshop, smallestCell: CELL };
  const session = new Session(design);
  const [rule] = RULES_OF_METHOD[method.name];
  const steps: Step[] = [
    ...joined(...PEOPLE.map((id) => [id, GROUP_OF[id]!] as const)),
    ...facilitates(
      { type: 'session.start' },
      { type: 'vote.configure', activityId: 'vote', settings: { method, rule, places: 2, weights: 'person' } },
      open('collect'),
    ),
    ['h1', idea('i1', 'Clear powers')],
    ['m1', idea('i2', 'Own budget')],
    ...facilitates(close('collect'), open('vote')),
  ];
  for (const [who, command] of steps) wish(session, who, command);
  return session;
}

function wish(session: Session, who: string, command: Command): void {
  expect(session.wish(who, command)).not.toEqual(expect.any(String));
}

/** Everything that leaves the session, as JSON; texts of files are read apart. */
function everythingOf({ state }: Session): readonly unknown[] {
  const report = buildReport(state, { startedAt: 0, closingHash: '' });
  const district = districtOf(state, '');
  const beside = rollUp(
    { title: 'All', districts: [{ code: state.code, place: 'A' }], matches: [], apart: [] },
    new Map([[state.code, district]]),
  );
  return [
    ...(['participant', 'screen', 'facilitator'] as const).map((audience) => project(state, audience)),
    JSON.parse(renderJson(report)),
    district,
    JSON.parse(renderRollUpJson(beside, 0)),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const isEnough = (people: number): boolean => people === 0 || people >= CELL;

/** Every histogram, share and mark in it, wherever it stands, is of nobody or of enough people. */
function expectNothingOfFew(value: unknown, path = ''): void {
  if (Array.isArray(value)) for (const [at, one] of value.entries()) expectNothingOfFew(one, `${path}[${at}]`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const own = value as Readonly<Record<string, unknown>>;
  const people =
    typeof own.agree === 'number'
      ? sum([own.agree, Number(own.disagree), Number(own.pass)])
      : Array.isArray(own.counts)
        ? sum(own.counts as number[])
        : undefined;
  if (people !== undefined) expectSame([path, isEnough(people)], [path, true]);
  for (const split of [own.countsByGroup, own.byGroup])
    for (const [group, counts] of Object.entries((split ?? {}) as Record<string, unknown>))
      if (Array.isArray(counts)) expectSame([path, group, isEnough(sum(counts as number[]))], [path, group, true]);
  if (typeof own.few === 'number') {
    expectSame([path, own.few > 0 && own.few < CELL], [path, true]);
    expectSame(Object.keys(own), ['few']);
  }
  for (const derived of ['mark', 'supportPercent', 'dissent', 'consensus', 'median', 'quadrant', 'high'])
    if (own[derived] !== undefined && typeof own.given === 'number')
      expectSame([path, derived, isEnough(own.given)], [path, derived, true]);
  for (const [key, one] of Object.entries(own)) expectNothingOfFew(one, `${path}.${key}`);
}

const answer = fc.option(fc.constantFrom('agree', 'disagree', 'pass'), { nil: undefined });
const points = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const deedsOf = <Said>(said: fc.Arbitrary<Said>) =>
  fc.array(fc.array(fc.tuple(fc.constantFrom(...PEOPLE), said, said), { maxLength: 9 }), {
    minLength: 1,
    maxLength: 3,
  });

function cast(session: Session, who: string, ballot: Ballot): void {
  wish(session, who, { type: 'ballot.cast', activityId: 'vote', ...ballot });
}

function show(session: Session): void {
  for (const [who, command] of facilitates(close('vote'), reveal('vote'))) wish(session, who, command);
  for (const one of everythingOf(session)) expectNothingOfFew(one);
}

test('[CELL10] agreement: of options few have answered only how many is anywhere, and no difference isolates fewer', () => {
  fc.assert(
    fc.property(deedsOf(answer), (rounds) => {
      const session = room(AGREEMENT);
      const stood = new Map<number, ReadonlyMap<string, Ballot>>();
      const seen = new Map<string, ReadonlyMap<string, string>[]>(OPTIONS.map((id) => [id, []]));
      for (const deeds of rounds) {
        if (session.state.activities.vote?.status !== 'open') wish(session, 'facilitator', open('vote'));
        for (const [who, one, two] of deeds)
          cast(session, who, {
            answers: [
              ...(one === undefined ? [] : [{ option: 'i1', answer: one }]),
              ...(two === undefined ? [] : [{ option: 'i2', answer: two }]),
            ],
          });
        show(session);
        const { publication, ballots } = session.state.activities.vote!.vote!;
        stood.set(session.log.findLast(({ type }) => type === 'ResultsRevealed')!.seq, new Map(ballots.entries()));
        const activity = project(session.state, 'screen').activity as VoteView;
        for (const option of OPTIONS) {
          const shown = activity.agreement?.[option];
          const table = onView(publication, option);
          const at = table === undefined ? undefined : stood.get(table.moment.seq);
          if (shown === undefined || 'few' in shown || at === undefined) {
            if (shown === undefined || !('few' in shown)) continue;
            expect(fateOf(option, activity)).toEqual({ chosen: false, why: 'few_answers' });
            continue;
          }
          const said = new Map(
            [...at].flatMap(([id, ballot]) =>
              'answers' in ballot
                ? ballot.answers.flatMap((one) => (one.option === option ? [[id, one.answer] as const] : []))
                : [],
            ),
          );
          // What is shown is the sum over what stood then: these sums are what a reader can solve.
          expect(shown.agree).toBe([...said.values()].filter((one) => one === 'agree').length);
          seen.get(option)!.push(said);
          for (const group of Object.keys(shown.byGroup))
            seen.get(option)!.push(new Map([...said].filter(([id]) => GROUP_OF[id] === group)));
        }
      }
      for (const figures of seen.values())
        expect(disclosed({ groupOf: GROUP_OF, smallestCell: CELL, hidesFew: true }, figures)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('[CELL10] scores: of criteria few have answered only how many is anywhere', () => {
  fc.assert(
    fc.property(deedsOf(points), (rounds) => {
      const session = room(SCORE);
      for (const deeds of rounds) {
        if (session.state.activities.vote?.status !== 'open') wish(session, 'facilitator', open('vote'));
        for (const [who, one, two] of deeds)
          cast(session, who, {
            scores: [
              ...(one === undefined ? [] : [{ option: 'i1', criterion: 'importance', score: one }]),
              ...(two === undefined ? [] : [{ option: 'i1', criterion: 'feasibility', score: two }]),
              ...(two === undefined ? [] : [{ option: 'i2', criterion: 'importance', score: two }]),
            ],
          });
        show(session);
        const activity = project(session.state, 'screen').activity as VoteView;
        for (const option of OPTIONS) {
          const { importance } = activity.scores?.[option]?.criteria ?? {};
          if (importance === undefined || !('few' in importance)) continue;
          expect(activity.scores?.[option]).not.toHaveProperty('rank');
          expect(activity.scores?.[option]).not.toHaveProperty('quadrant');
          expect(activity.outcome?.selected ?? []).not.toContain(option);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('[CELL9] judgements: of lines few have judged only how many is anywhere', () => {
  const level = fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined });
  fc.assert(
    fc.property(deedsOf(level), (rounds) => {
      const session = room({ name: 'dots', budget: 5, cap: 3 } as const);
      for (const id of PEOPLE) cast(session, id, { choices: [{ option: 'i1', dots: 1 }] });
      const goals = { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1', 'i2'] } as const;
      for (const [who, command] of facilitates(close('vote'), reveal('vote'), goals)) wish(session, who, command);
      for (const deeds of rounds) {
        wish(session, 'facilitator', open('endorse'));
        for (const [who, ...levels] of deeds)
          for (const [at, said] of levels.entries())
            if (said !== undefined) {
              const give = { type: 'endorsement.give', activityId: 'endorse', lineId: `goal:i${at + 1}` } as const;
              wish(session, who, { ...give, level: said as AgreementLevel });
            }
        for (const [who, command] of facilitates(close('endorse'), reveal('endorse'))) wish(session, who, command);
        for (const one of everythingOf(session)) expectNothingOfFew(one);
      }
    }),
    { numRuns: 40 },
  );
});

test('[CELL10] papers say how many answered, and that they are too few', () => {
  const session = room(AGREEMENT);
  for (const who of ['h1', 'm1', 'm2']) cast(session, who, { answers: [{ option: 'i1', answer: 'disagree' }] });
  show(session);
  const activity = project(session.state, 'participant').activity as VoteView;
  expect(activity.agreement?.i1).toEqual({ few: 3 });
  expect(activity.outcome).toMatchObject({ ballots: 3, selected: [] });
  const atTheDesk = project(session.state, 'facilitator').activity as VoteView;
  expect(atTheDesk.outcome).toMatchObject({ ballots: 3, selected: [], order: [] });
  const report = buildReport(session.state, { startedAt: 0, closingHash: '' });
  const rows = renderCsv(report, 'results', 'en').split('\r\n');
  expect(rows.filter((row) => row.includes('Clear powers'))).toEqual([
    expect.stringContaining('answered (too few to show),3,'),
  ]);
  const markdown = renderMarkdown(buildVisionDocument(report, 'en'));
  expect(markdown).toContain('too few people answered to show it');
  expect(markdown).toContain('answered (too few to show): 3');
  expect(markdown).not.toContain('0/3/0');
});
