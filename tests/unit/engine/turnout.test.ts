// However often a step is opened again, and whoever comes late: wall, console, phones and papers say the same of who took part.
import fc from 'fast-check';
import type { EndorseView } from '../../../server/engine/activities/endorse/types';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import { project } from '../../../server/engine/project';
import type { FacilitatorView } from '../../../server/engine/views';
import type { AgreementLevel } from '../../../server/engine/vocabulary';
import { buildReport } from '../../../server/export/report';
import { buildTable } from '../../../server/export/tables';
import { ballot, close, facilitates, idea, joined, open, reveal } from '../../support/scenes';
import { Session, type Step } from '../../support/specification';
import { smallWorkshop } from '../../support/workshop';

const CELL = 4;
const GROUPS = ['heads', 'communities', 'civil'] as const;
const PEOPLE = Array.from({ length: 18 }, (_, at) => [`p${at}`, GROUPS[at % 7 === 0 ? 0 : 1 + (at % 2)]!] as const);

function room(): Session {
  const session = new Session({ ...smallWorkshop, smallestCell: CELL });
  play(
    session,
    ...joined(...PEOPLE.slice(0, 6)),
    ...facilitates({ type: 'session.start' }, open('collect')),
    ['p0', idea('i1', 'Clear powers')],
    ['p1', idea('i2', 'Own budget')],
    ...facilitates(close('collect')),
  );
  return session;
}

function play(session: Session, ...steps: readonly Step[]): void {
  for (const [who, command] of steps) expect(session.wish(who, command)).not.toEqual(expect.any(String));
}

/** People who come in, then who answers and what, before the step is shown. */
const rounds = fc.array(
  fc.record({
    come: fc.integer({ min: 0, max: 6 }),
    late: fc.integer({ min: 0, max: 2 }),
    answers: fc.array(fc.tuple(fc.nat(PEOPLE.length - 1), fc.integer({ min: 1, max: 8 }), fc.boolean()), {
      maxLength: 14,
    }),
  }),
  { minLength: 1, maxLength: 4 },
);

/** What the wall, the console and the papers say of the step, once it is shown. */
function expectAgreement({ state }: Session, kind: 'vote' | 'endorse'): FacilitatorView['activity'] {
  const [wall, desk] = [project(state, 'screen'), project(state, 'facilitator')];
  const report = buildReport(state, { startedAt: 0, closingHash: '' });
  const row = report.turnout.find((one) => one.kind === kind);
  const { voted, joined: here, votedByGroup = {}, joinedByGroup } = desk.activity?.turnout ?? fail();
  expect(wall.activity?.turnout).toEqual({ voted, joined: here, joinedByGroup });
  expect(row).toMatchObject({ tookPart: voted, joined: here });
  for (const [group, people] of Object.entries(row?.tookPartByGroup ?? {})) expect(votedByGroup[group]).toBe(people);
  for (const group of GROUPS) expect(votedByGroup[group]).toBeLessThanOrEqual(joinedByGroup[group] ?? 0);
  const [, ...table] = [0, ...buildTable(report, 'turnout', 'en').rows];
  expect(table.map((cells) => (cells as readonly unknown[]).slice(2, 4))).toContainEqual([here, voted]);
  return desk.activity;
}

function fail(): never {
  throw new Error('a revealed step without a turnout');
}

test('[CELL12] [FLAG4] a vote: turnout, outcome and flags are of one moment, everywhere', () => {
  fc.assert(
    fc.property(rounds, (plan) => {
      const session = room();
      let here = 6;
      const come = (people: number) => {
        play(session, ...joined(...PEOPLE.slice(here, here + people)));
        here = Math.min(PEOPLE.length, here + people);
      };
      for (const { come: early, late, answers } of plan) {
        play(session, ...facilitates(open('vote')));
        come(early);
        for (const [at, level, leaves] of answers) {
          const id = PEOPLE[at]?.[0] ?? '';
          if (at >= here) continue;
          play(
            session,
            leaves
              ? [id, { type: 'ballot.withdraw', activityId: 'vote' }]
              : [id, ballot(['i1', level > 4 ? 1 : 0], ['i2', 1])],
          );
        }
        play(session, ...facilitates(close('vote')));
        come(late);
        play(session, ...facilitates(reveal('vote')));
        const { outcome, turnout } = expectAgreement(session, 'vote') as VoteView;
        const { ballots, joined: present, flags } = outcome ?? fail();
        const { voted, joined: inRoom, votedByGroup = {}, joinedByGroup } = turnout ?? fail();
        expect([ballots, present]).toEqual([voted, inRoom]);
        expect(flags.lowTurnout).toBe(inRoom > 0 && 2 * voted < inRoom);
        for (const group of GROUPS) {
          const [own, of] = [votedByGroup[group] ?? 0, joinedByGroup[group] ?? 0];
          expect([group, flags.notHeard.includes(group)]).toEqual([group, own === 0]);
          expect([group, flags.lowTurnoutGroups.includes(group)]).toEqual([group, own > 0 && 10 * own < 3 * of]);
        }
        const phone = project(session.state, 'participant').activity as VoteView;
        expect(phone.outcome).toMatchObject({ ballots: voted, joined: inRoom });
        const [vote] = buildReport(session.state, { startedAt: 0, closingHash: '' }).votes;
        expect(vote).toMatchObject({ ballots: voted, joined: inRoom });
      }
    }),
    { numRuns: 60 },
  );
});

test('[CELL12] a judgement: late ones that are held back, and late comers, are not in its turnout', () => {
  fc.assert(
    fc.property(rounds, (plan) => {
      const session = room();
      play(session, ...facilitates(open('vote')));
      for (const [id] of PEOPLE.slice(0, 6)) play(session, [id, ballot(['i1', 1], ['i2', 1])]);
      const goals = { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1', 'i2'] } as const;
      play(session, ...facilitates(close('vote'), reveal('vote'), goals));
      let here = 6;
      for (const { come, late, answers } of plan) {
        play(session, ...facilitates(open('endorse')), ...joined(...PEOPLE.slice(here, here + come)));
        here = Math.min(PEOPLE.length, here + come);
        for (const [at, level, second] of answers) {
          if (at >= here) continue;
          const lineId = second ? 'goal:i2' : 'goal:i1';
          const give = { type: 'endorsement.give', activityId: 'endorse', lineId } as const;
          play(session, [PEOPLE[at]?.[0] ?? '', { ...give, level: level as AgreementLevel }]);
        }
        play(session, ...facilitates(close('endorse')), ...joined(...PEOPLE.slice(here, here + late)));
        here = Math.min(PEOPLE.length, here + late);
        play(session, ...facilitates(reveal('endorse')));
        const { results = {}, turnout } = expectAgreement(session, 'endorse') as EndorseView;
        for (const { given } of Object.values(results)) expect(given).toBeLessThanOrEqual(turnout?.voted ?? 0);
      }
    }),
    { numRuns: 60 },
  );
});

test('[CELL12] a late judgement that is held back moves no turnout, nor does who comes after the step has closed', () => {
  const session = room();
  play(session, ...facilitates(open('vote')));
  for (const [id] of PEOPLE.slice(0, 6)) play(session, [id, ballot(['i1', 1])]);
  const goals = { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1'] } as const;
  play(session, ...facilitates(close('vote'), reveal('vote'), goals, open('endorse')));
  const judges = (id: string): Step => {
    return [id, { type: 'endorsement.give', activityId: 'endorse', lineId: 'goal:i1', level: 1 }];
  };
  for (const [id] of PEOPLE.slice(0, 5)) play(session, judges(id));
  play(session, ...facilitates(close('endorse')), ...joined(...PEOPLE.slice(6, 8)), ...facilitates(reveal('endorse')));
  expect(expectAgreement(session, 'endorse')?.turnout).toMatchObject({ voted: 5, joined: 6 });
  play(session, ...facilitates(open('endorse')), judges('p5'));
  expect(project(session.state, 'screen').activity?.turnout).toMatchObject({ voted: 6, joined: 8 });
  play(session, ...facilitates(close('endorse'), reveal('endorse')));
  const activity = expectAgreement(session, 'endorse') as EndorseView;
  expect(activity.turnout).toMatchObject({ voted: 5, joined: 6 });
  expect(activity.results?.['goal:i1']).toMatchObject({ given: 5, held: true });
});
