// Silence is no answer: what nobody is for is not chosen, what nobody judged has no rank, and nobody voting is a result of its own.
import fc from 'fast-check';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import type { Ballot, Command } from '../../../server/engine/commands';
import { project } from '../../../server/engine/project';
import type { VoteMethod, VoteRule, VoteSettings } from '../../../server/engine/vocabulary';
import { RULES_OF_METHOD, VOTE_PER, VOTE_WEIGHTS } from '../../../server/engine/vocabulary';
import { departureOf } from '../../../server/engine/voting/telling/departure';
import { fateOf } from '../../../server/engine/voting/telling/fate';
import { ranksOf } from '../../../server/engine/voting/telling/ranks';
import { renderCsv } from '../../../server/export/csv';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { close, collected, facilitates, joined, open, reveal } from '../../support/scenes';
import { given, Session, type Step } from '../../support/specification';
import { inAll, smallWorkshop } from '../../support/workshop';

const METHODS: readonly VoteMethod[] = [
  { name: 'dots', budget: 5, cap: 3 },
  { name: 'approval', max: 3 },
  { name: 'score', criteria: [{ id: 'importance', name: inAll('importance') }], scale: 5 },
  { name: 'ranking', top: 3 },
  { name: 'agreement' },
];
const everySetting: readonly VoteSettings[] = METHODS.flatMap((method) =>
  RULES_OF_METHOD[method.name].flatMap((rule: VoteRule) =>
    VOTE_WEIGHTS.flatMap((weights) => VOTE_PER.map((per) => ({ method, rule, places: 2, per, weights }))),
  ),
);
const OPTIONS = ['i1', 'i2', 'i3'] as const;
const configure = (settings: VoteSettings): Command => ({ type: 'vote.configure', activityId: 'vote', settings });

/** i1 and i2 are of one theme, i3 of another; p1, p2 and p3 vote as given. What few have answered is another rule (CELL10). */
function counted(settings: VoteSettings, ...ballots: readonly (Ballot | undefined)[]): Session {
  const session = new Session({ ...smallWorkshop, smallestCell: 1 });
  const steps: Step[] = [
    ...collected,
    ...facilitates(configure(settings), open('vote')),
    ...ballots.flatMap((ballot, at): Step[] =>
      ballot === undefined ? [] : [[`p${at + 1}`, { type: 'ballot.cast', activityId: 'vote', ...ballot }]],
    ),
    ...facilitates(close('vote'), reveal('vote')),
  ];
  for (const [who, command] of steps) expect(session.wish(who, command)).not.toEqual(expect.any(String));
  return session;
}
const shown = (session: Session) => project(session.state, 'screen').activity as VoteView;
const fates = (session: Session) => Object.fromEntries(OPTIONS.map((id) => [id, fateOf(id, shown(session))]));

/** Ballots that say something of some options only. */
function ballotOf({ name }: VoteMethod): fc.Arbitrary<Ballot | undefined> {
  const some = fc.shuffledSubarray([...OPTIONS], { minLength: 1 });
  const level = fc.integer({ min: 1, max: 5 });
  const ballot: Readonly<Record<VoteMethod['name'], fc.Arbitrary<Ballot>>> = {
    dots: some.map((ids) => ({ choices: ids.map((option) => ({ option, dots: 1 })) })),
    approval: some.map((approved) => ({ approved })),
    ranking: some.map((ids) => ({ ranked: ids.map((id) => [id]) })),
    agreement: fc
      .tuple(some, fc.array(fc.constantFrom('agree', 'disagree', 'pass'), { minLength: 3, maxLength: 3 }))
      .map(([ids, said]) => ({ answers: ids.map((option, at) => ({ option, answer: said[at] ?? 'pass' })) })),
    score: fc.tuple(some, fc.array(level, { minLength: 3, maxLength: 3 })).map(([ids, points]) => ({
      scores: ids.map((option, at) => ({ option, criterion: 'importance', score: points[at] ?? 1 })),
    })),
  };
  return fc.option(ballot[name], { nil: undefined });
}

/** People whose ballot is for the option, counted without the engine. */
function backers(ballots: readonly (Ballot | undefined)[], id: string): number {
  return ballots.filter((ballot) => {
    if (ballot === undefined) return false;
    if ('choices' in ballot) return ballot.choices.some(({ option }) => option === id);
    if ('approved' in ballot) return ballot.approved.includes(id);
    if ('ranked' in ballot) return ballot.ranked.flat().includes(id);
    if ('answers' in ballot) return ballot.answers.some(({ option, answer }) => option === id && answer === 'agree');
    return ballot.scores.some(({ option, score }) => option === id && score > 1);
  }).length;
}
const speaksOf = (ballots: readonly (Ballot | undefined)[], id: string) =>
  ballots.some(
    (ballot) =>
      ballot !== undefined &&
      (('answers' in ballot && ballot.answers.some(({ option }) => option === id)) ||
        ('scores' in ballot && ballot.scores.some(({ option }) => option === id)) ||
        !('answers' in ballot || 'scores' in ballot)),
  );

test.each(everySetting.map((settings) => [JSON.stringify(settings), settings] as const))(
  '[OUT7] [OUT8] [OUT12] only what somebody is for is chosen, only what somebody judged has a rank: %s',
  (_, settings) => {
    const ballot = ballotOf(settings.method);
    fc.assert(
      fc.property(fc.tuple(ballot, ballot, ballot), (ballots) => {
        const session = counted(settings, ...ballots);
        const activity = shown(session);
        const { selected = [], tiedAtCut = [], emptyPlaces = 0 } = activity.outcome ?? {};
        for (const id of [...selected, ...tiedAtCut]) expect([id, backers(ballots, id) > 0]).toEqual([id, true]);
        // As many as there are places and options somebody is for.
        const wanted = (ids: readonly string[]) => Math.min(2, ids.filter((id) => backers(ballots, id) > 0).length);
        const [fields, places] =
          settings.per === 'theme' ? [[OPTIONS.slice(0, 2), OPTIONS.slice(2)], 4] : [[OPTIONS], 2];
        expect(selected).toHaveLength(fields.reduce((sum, field) => sum + wanted(field), 0));
        expect(emptyPlaces).toBe(places - selected.length);
        const ranks = ranksOf(activity, activity.outcome?.order);
        expect([...ranks.keys()].sort()).toEqual(OPTIONS.filter((id) => speaksOf(ballots, id)));
        for (const id of OPTIONS) {
          const fate = fateOf(id, activity);
          expect(fate?.chosen).toBe(selected.includes(id));
          if (fate?.chosen === false)
            expect(fate.why === 'no_place' || fate.why === 'tied').toBe(backers(ballots, id) > 0);
        }
      }),
      { numRuns: 25 },
    );
  },
);

test.each(everySetting.map((settings) => [JSON.stringify(settings), settings] as const))(
  '[OUT9] nobody voted: nothing is chosen, nothing has a rank, every paper says so: %s',
  (_, settings) => {
    const session = counted(settings);
    const activity = shown(session);
    expect(activity.outcome).toMatchObject({ ballots: 0, selected: [], tiedAtCut: [] });
    expect(ranksOf(activity, activity.outcome?.order).size).toBe(0);
    expect(JSON.stringify(activity)).not.toContain('"consensus":0');
    expect(fates(session)).toEqual({
      i1: { chosen: false, why: 'nobody_voted' },
      i2: { chosen: false, why: 'nobody_voted' },
      i3: { chosen: false, why: 'nobody_voted' },
    });
    const report = buildReport(session.state, { startedAt: 0, closingHash: '' });
    expect(renderMarkdown(buildVisionDocument(report, 'en'))).toContain('Nobody voted. Nothing is chosen.');
    expect(renderCsv(report, 'outcomes', 'en')).toContain('no,nobody voted,');
    expect(buildVisionDocument(report, 'en').blocks.some(({ kind }) => kind === 'bars')).toBe(false);
  },
);

test('[OUT8] a statement nobody answered stands below one that was, without a rank and without a share', () => {
  const said = (answer: 'agree' | 'disagree' | 'pass'): Ballot => ({ answers: [{ option: 'i2', answer }] });
  const settings: VoteSettings = { method: { name: 'agreement' }, rule: 'consensus', places: 2, weights: 'person' };
  const session = counted(settings, said('agree'), said('disagree'), said('pass'));
  const { agreement, outcome } = shown(session);
  expect(outcome).toMatchObject({ selected: ['i2'], emptyPlaces: 1, order: [['i2']] });
  expect(agreement?.i2).toMatchObject({ rank: 1 });
  expect(agreement?.i1).not.toHaveProperty('rank');
  expect(agreement?.i1).not.toHaveProperty('consensus');
  expect(fates(session).i1).toEqual({ chosen: false, why: 'not_judged' });
});

test('[SET4] places of each theme: a theme is not crowded out by another', () => {
  const dots = (...choices: readonly [string, number][]): Ballot => ({
    choices: choices.map(([option, n]) => ({ option, dots: n })),
  });
  const ballots = [dots(['i1', 3], ['i2', 2]), dots(['i1', 3], ['i2', 2]), dots(['i2', 3], ['i3', 1])];
  const by = (per: 'all' | 'theme', rule: VoteRule): VoteSettings => ({
    method: { name: 'dots', budget: 5, cap: 3 },
    rule,
    places: per === 'all' ? 2 : 1,
    per,
    weights: 'person',
  });
  expect(shown(counted(by('all', 'most_supported'), ...ballots)).outcome?.selected).toEqual(['i2', 'i1']);
  for (const rule of ['most_supported', 'fair_share'] as const) {
    const session = counted(by('theme', rule), ...ballots);
    expect(shown(session).outcome).toMatchObject({ selected: ['i2', 'i3'], emptyPlaces: 0 });
    // Each is the first of its theme.
    expect(fates(session)).toEqual({
      i1: { chosen: false, why: 'no_place' },
      i2: { chosen: true, place: 1 },
      i3: { chosen: true, place: 1 },
    });
  }
});

test('[OUT10] [OUT11] equal figures share a rank, and a ranking says where Borda and Schulze disagree', () => {
  const ranked = (...ids: readonly string[]): Ballot => ({ ranked: ids.map((id) => [id]) });
  const settings: VoteSettings = { method: { name: 'ranking', top: 3 }, rule: 'borda', places: 1, weights: 'person' };
  const even = counted(settings, ranked('i1', 'i2'), ranked('i2', 'i1'), undefined);
  const { outcome, ...activity } = shown(even);
  expect(Object.fromEntries(ranksOf(activity, outcome?.order))).toEqual({ i1: 1, i2: 1, i3: 3 });
  expect(outcome?.flags).not.toHaveProperty('bordaBeaten');
  const csv = renderCsv(buildReport(even.state, { startedAt: 0, closingHash: '' }), 'outcomes', 'en');
  expect(csv.split('\r\n').filter((row) => /,1,(yes|no),/.test(row))).toHaveLength(2);
});

test.each(['borda', 'schulze'] as const)('[OUT11] first by Borda, beaten by Schulze, whichever decides: %s', (rule) => {
  // i2 suits everybody; i1 is put before each other by three of five.
  const ranked = [...Array(3).fill(['i1', 'i2', 'i3']), ...Array(2).fill(['i2', 'i3', 'i1'])] as string[][];
  const { session } = given(
    ...collected,
    ...joined(['p4', 'heads'], ['p5', 'heads']),
    ...facilitates(
      configure({ method: { name: 'ranking', top: 3 }, rule, places: 1, weights: 'person' }),
      open('vote'),
    ),
    ...ranked.map(
      (ids, at): Step => [`p${at + 1}`, { type: 'ballot.cast', activityId: 'vote', ranked: ids.map((id) => [id]) }],
    ),
    ...facilitates(close('vote'), reveal('vote')),
  );
  expect(shown(session).outcome).toMatchObject({
    selected: [rule === 'borda' ? 'i2' : 'i1'],
    flags: { bordaBeaten: ['i2'] },
  });
  const report = buildReport(session.state, { startedAt: 0, closingHash: '' });
  expect(renderMarkdown(buildVisionDocument(report, 'en'))).toContain('First by Borda’s points');
});

test('[GOAL2] the proposal is the outcome; whatever else people choose carries their reason, on screens and papers', () => {
  const settings: VoteSettings = {
    method: { name: 'approval', max: 3 },
    rule: 'most_supported',
    places: 1,
    weights: 'person',
  };
  const session = counted(settings, { approved: ['i1'] }, { approved: ['i1'] }, { approved: ['i2'] });
  const choose = (reason: string | undefined, ...priorityIds: readonly string[]): Command => ({
    type: 'goals.choose',
    activityId: 'vote',
    priorityIds,
    ...(reason === undefined ? {} : { reason: { text: reason, lang: 'en' } }),
  });
  expect(session.wish('facilitator', choose('no need to say why', 'i1'))).toEqual([
    { type: 'GoalsChosen', data: { activityId: 'vote', priorityIds: ['i1'] } },
  ]);
  expect(departureOf(shown(session))).toBeUndefined();
  expect(session.wish('facilitator', choose('  ', 'i2'))).toBe('empty_text');
  session.wish('facilitator', choose('The bridge is built already', 'i2'));
  expect(departureOf(shown(session))).toEqual({
    added: ['i2'],
    leftOut: ['i1'],
    reason: { text: 'The bridge is built already', lang: 'en' },
  });
  const paper = () =>
    renderMarkdown(buildVisionDocument(buildReport(session.state, { startedAt: 0, closingHash: '' }), 'en'));
  expect(paper()).toContain('The bridge is built already');
  expect(paper()).toContain('people made it a goal');
  expect(paper()).toContain('people did not make it a goal');
  session.wish('facilitator', choose(undefined, 'i2'));
  expect(paper()).toContain('No reason was recorded.');
});

test('[OUT7] papers say of which theme places stay empty, and whether it had no more options', () => {
  const settings: VoteSettings = {
    method: { name: 'approval', max: 3 },
    rule: 'most_supported',
    places: 2,
    per: 'theme',
    weights: 'person',
  };
  const paper = (...ballots: readonly Ballot[]) => {
    const session = counted(settings, ...ballots);
    const report = buildReport(session.state, { startedAt: 0, closingHash: '' });
    return { session, text: renderMarkdown(buildVisionDocument(report, 'en')) };
  };
  const all = paper({ approved: ['i1', 'i2', 'i3'] });
  expect(all.text).toContain('services. Places left empty: 1. There were no more options.');
  expect(all.text).not.toContain('Nobody is for anything else');
  const some = paper({ approved: ['i1', 'i3'] });
  expect(some.text).toContain('law. Places left empty: 1. Nobody is for anything else.');
  expect(some.text).toContain('services. Places left empty: 1. There were no more options.');
});
