// The same attack through the door everything leaves by: views of every audience, the draft and the exports.
import fc from 'fast-check';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import { project } from '../../../server/engine/project';
import type { WorkshopDesign } from '../../../server/engine/vocabulary';
import { renderCsv } from '../../../server/export/csv';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { ballot, close, facilitates, goto, idea, joined, open, reveal } from '../../support/scenes';
import type { Step } from '../../support/specification';
import { Session } from '../../support/specification';
import { smallWorkshop } from '../../support/workshop';
import { disclosed } from './publication-attack';

const PEOPLE = {
  heads: ['h1', 'h2', 'h3', 'h4'],
  communities: ['m1', 'm2', 'm3', 'm4', 'm5'],
  civil: ['c1', 'c2', 'c3'],
} as const;
const groupOf = Object.fromEntries(Object.entries(PEOPLE).flatMap(([group, ids]) => ids.map((id) => [id, group])));
const everybody = Object.keys(groupOf);

/** The vote is open over i1 and i2. */
function room(design: WorkshopDesign = smallWorkshop): Session {
  const session = new Session(design);
  const steps: Step[] = [
    ...joined(...everybody.map((id) => [id, groupOf[id]!] as const)),
    ...facilitates({ type: 'session.start' }, open('collect')),
    ['h1', idea('i1', 'Clear powers')],
    ['m1', idea('i2', 'Own budget')],
    ...facilitates(open('vote')),
  ];
  for (const [who, command] of steps) session.wish(who, command);
  return session;
}

function facilitate(session: Session, ...commands: Parameters<typeof facilitates>): void {
  for (const [who, command] of facilitates(...commands))
    expect(session.wish(who, command)).not.toEqual(expect.any(String));
}

/** Everything that figures of the vote are in, for anybody, while it is revealed. */
function everythingShown({ state }: Session): string {
  const views = (['participant', 'screen', 'facilitator'] as const).map((audience) => {
    const view = project(state, audience);
    const { results, outcome } = view.activity as VoteView;
    return { results, outcome, draft: 'draft' in view ? view.draft : undefined };
  });
  const report = buildReport(state, { startedAt: 0, closingHash: '' });
  const files = [
    renderCsv(report, 'votes', 'en'),
    renderMarkdown(buildVisionDocument({ ...report, log: { count: 0, closingHash: '' } }, 'en')),
  ];
  return JSON.stringify([views, files]);
}

function revealed(session: Session): string {
  facilitate(session, close('vote'), reveal('vote'));
  return everythingShown(session);
}

test('[CELL4] [CELL7] one late ballot changes no view, draft or export, and the vote says so', () => {
  const session = room();
  for (const id of everybody) session.wish(id, ballot(id.startsWith('m') ? ['i1', 2] : ['i2', 1]));
  session.wish('h1', ballot(['i1', 3]));
  const first = revealed(session);
  facilitate(session, { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1', 'i2'] });
  const withGoals = everythingShown(session);
  expect(withGoals).not.toBe(first);

  facilitate(session, { type: 'results.hide', activityId: 'vote' }, reveal('vote'));
  expect(everythingShown(session)).toBe(withGoals);
  expect((project(session.state, 'screen').activity as VoteView).held).toBeUndefined();

  facilitate(session, open('vote'));
  session.wish('c1', ballot(['i1', 3]));
  expect(revealed(session)).toBe(withGoals);
  for (const audience of ['participant', 'screen', 'facilitator'] as const)
    expect((project(session.state, audience).activity as VoteView).held).toBe(true);

  facilitate(session, goto('plan'), open('vote'));
  session.wish('c2', ballot(['i1', 3]));
  session.wish('c3', ballot(['i1', 2]));
  expect(revealed(session)).not.toBe(withGoals);
  const { held, results } = project(session.state, 'screen').activity as VoteView;
  expect([held, results?.i1?.dots]).toEqual([undefined, 10 + 3 + 3 + 3 + 2]);
});

test('[CELL12] turnout in a paper is of the moment its results are of, not of a late ballot that is held back', () => {
  const session = room();
  for (const id of [...PEOPLE.communities, ...PEOPLE.heads]) session.wish(id, ballot(['i1', 1]));
  revealed(session);
  const paper = () => buildReport(session.state, { startedAt: 0, closingHash: '' });
  const turnoutOf = () => paper().turnout.find(({ kind }) => kind === 'vote');
  const first = turnoutOf();
  expect(first).toMatchObject({ tookPart: 9, tookPartByGroup: { heads: 4, communities: 5, civil: 0 } });
  facilitate(session, open('vote'));
  session.wish('c1', ballot(['i1', 1]));
  revealed(session);
  expect(turnoutOf()).toEqual(first);
  expect(paper().votes).toMatchObject([{ ballots: 9, flags: { notHeard: ['civil'] } }]);
});

test('[CELL7] a price weighted by group is given only where the split is whole', () => {
  const design: WorkshopDesign = {
    ...smallWorkshop,
    agenda: smallWorkshop.agenda.map((activity) =>
      activity.kind === 'vote' ? { ...activity, settings: { ...activity.settings, weights: 'group' } } : activity,
    ),
  };
  const pricesOf = (session: Session) => {
    revealed(session);
    const { outcome } = project(session.state, 'screen').activity as VoteView;
    const { mostSupported, fairShare } = outcome?.bySelection ?? {};
    return [mostSupported, fairShare].map((selection) => selection?.reasons.map(({ price }) => price));
  };
  const whole = room(design);
  for (const id of everybody) whole.wish(id, ballot(id.endsWith('1') ? ['i1', 2] : ['i2', 1]));
  expect(pricesOf(whole)).toEqual([
    [expect.any(String), expect.any(String)],
    [undefined, undefined],
  ]);
  const few = room(design);
  for (const id of ['h1', ...PEOPLE.communities, ...PEOPLE.civil]) few.wish(id, ballot(['i1', 1]));
  expect(pricesOf(few)[0]).toEqual([undefined, undefined]);
});

test('[CELL5] whatever is voted and revealed, views solved together isolate nobody', () => {
  const deed = fc.tuple(fc.constantFrom(...everybody), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }));
  const rounds = fc.array(fc.array(deed, { maxLength: 9 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.subarray(everybody, { minLength: 3 }), rounds, (early, later) => {
      const session = room();
      for (const id of early) session.wish(id, ballot(['i1', 1], ['i2', 1]));
      const stood = new Map<number, ReadonlyMap<string, string>>();
      const seen: ReadonlyMap<string, string>[] = [];
      for (const deeds of [[], ...later]) {
        if (session.state.activities.vote?.status !== 'open') facilitate(session, open('vote'));
        for (const [id, one, two] of deeds) session.wish(id, ballot(['i1', one], ['i2', two]));
        facilitate(session, close('vote'), reveal('vote'));
        const { publication, ballots } = session.state.activities.vote!.vote!;
        const seq = session.log.findLast(({ type }) => type === 'ResultsRevealed')!.seq;
        stood.set(seq, new Map([...ballots.entries()].map(([id, cast]) => [id, JSON.stringify(cast)])));
        // The figures of the view are sums over what stood at one reveal: these sums are what a reader can solve.
        const at = stood.get(publication!.moments.at(-1)!.seq)!;
        const { results } = project(session.state, 'screen').activity as VoteView;
        const dots = (people: Iterable<readonly [string, string]>): number =>
          [...people].reduce((sum, [, cast]) => {
            const { choices } = JSON.parse(cast) as { choices: { option: string; dots: number }[] };
            return sum + (choices.find(({ option }) => option === 'i1')?.dots ?? 0);
          }, 0);
        expect(results?.i1?.dots).toBe(dots(at));
        seen.push(at);
        const groups = Object.keys({ ...results?.i1?.dotsByGroup, ...results?.i2?.dotsByGroup });
        for (const group of groups) {
          const own = [...at].filter(([id]) => groupOf[id] === group);
          const shown = results?.i1?.dotsByGroup[group];
          if (shown !== undefined) expect(shown).toBe(dots(own));
          seen.push(new Map(own));
        }
      }
      expect(disclosed({ groupOf, smallestCell: smallWorkshop.smallestCell }, seen)).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

test('[CELL5] [VOTE14] strikes and their undoing between the tables, and after them, isolate nobody and move no turnout', () => {
  const OPTIONS = ['i1', 'i2'] as const;
  const vote = fc.tuple(fc.constantFrom(...everybody), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }));
  const moderation = fc.constantFrom('strike i1', 'strike i2', 'restore i1', 'restore i2', 'undo');
  const deeds = fc.array(fc.oneof({ weight: 4, arbitrary: vote }, moderation), { maxLength: 10 });
  const rounds = fc.array(fc.tuple(deeds, fc.array(moderation, { maxLength: 3 })), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.subarray(everybody, { minLength: 3 }), rounds, (early, later) => {
      const session = room();
      for (const id of early) session.wish(id, ballot(['i1', 1], ['i2', 1]));
      const stood = new Map<number, ReadonlyMap<string, string>>();
      /** By option: sums over what people had cast at a reveal, whatever was struck since. */
      const seen = { i1: [] as ReadonlyMap<string, string>[], i2: [] as ReadonlyMap<string, string>[] };
      const look = () => {
        const { publication } = session.state.activities.vote!.vote!;
        const at = stood.get(publication!.moments.at(-1)!.seq)!;
        const view = project(session.state, 'screen').activity as VoteView;
        for (const option of OPTIONS) {
          const result = view.results?.[option];
          if (result === undefined) continue;
          const dots = (people: Iterable<readonly [string, string]>): number =>
            [...people].reduce((sum, [, cast]) => {
              const { choices } = JSON.parse(cast) as { choices: { option: string; dots: number }[] };
              return sum + (choices.find((choice) => choice.option === option)?.dots ?? 0);
            }, 0);
          expect(result.dots).toBe(dots(at));
          seen[option].push(at);
          for (const [group, shown] of Object.entries(result.dotsByGroup)) {
            const own = new Map([...at].filter(([id]) => groupOf[id] === group));
            expect(shown).toBe(dots(own));
            seen[option].push(own);
          }
        }
        expect(view.outcome?.ballots).toBe(at.size);
        return JSON.stringify(view.turnout);
      };
      const moderate = (deed: string) => {
        const [what, option = ''] = deed.split(' ');
        if (what === 'undo')
          return session.wish('facilitator', { type: 'moderation.undo', seq: session.state.acts.at(-1)?.seq ?? 0 });
        const type = what === 'strike' ? 'option.strike' : 'option.restore';
        return session.wish('facilitator', { type, activityId: 'vote', option });
      };
      for (const [some, after] of later) {
        if (session.state.activities.vote?.status !== 'open') facilitate(session, open('vote'));
        for (const deed of some) {
          // Taking back an opening or a reveal is another test's.
          if (typeof deed !== 'string') session.wish(deed[0], ballot(['i1', deed[1]], ['i2', deed[2]]));
          else if (deed !== 'undo') moderate(deed);
        }
        facilitate(session, close('vote'), reveal('vote'));
        const { ballots } = session.state.activities.vote!.vote!;
        const seq = session.log.findLast(({ type }) => type === 'ResultsRevealed')!.seq;
        stood.set(seq, new Map([...ballots.entries()].map(([id, cast]) => [id, JSON.stringify(cast)])));
        const turnout = look();
        for (const deed of after) {
          const last = session.state.acts.at(-1)?.type ?? '';
          if (deed === 'undo' && !['OptionStruck', 'OptionRestored'].includes(last)) continue;
          moderate(deed);
          expect(look()).toBe(turnout);
        }
      }
      const cell = { groupOf, smallestCell: smallWorkshop.smallestCell };
      for (const option of OPTIONS) expect(disclosed(cell, seen[option])).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});
