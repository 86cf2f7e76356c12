// What the recount does not know it leaves out and says so: a kind of activity added later is no forgery.
import { sha256 } from '../../../server/audit/node-sha256';
import { recount, type Totals } from '../../../server/audit/recount';
import { beginCounting } from '../../../server/audit/registry';
import { RULES } from '../../../server/engine/activities/registry';
import { checkArchive } from '../../../server/verify/check-archive';
import { differingTotals } from '../../../server/verify/differing-totals';
import { believed, sentenceOf } from '../../../server/verify/sentence';
import { sealed } from '../../support/sealed';
import { playSeminar } from '../../support/seminar';

const session = playSeminar();
const told = 'The recount does not know the kind of these steps';

test('[VER13] every kind that Eles has is recounted, and nothing is said', async () => {
  const parts = beginCounting({ rules: 2, smallestCell: 5, groupOf: new Map() });
  expect(parts.flatMap(({ kinds }) => kinds).sort()).toEqual(Object.keys(RULES).sort());
  const verdict = await checkArchive(() => sealed(session), sha256);
  expect(verdict).toMatchObject({ ok: true });
  expect(verdict).not.toHaveProperty('notRecounted');
  expect(sentenceOf(verdict, 'en')).not.toContain(told);
});

test('[VER13] of a kind that the recount does not know who took part is left out, and named', async () => {
  const [first, ...rest] = JSON.parse(JSON.stringify(session.log)) as typeof session.log;
  if (first?.type !== 'SessionCreated') throw new Error('no beginning');
  const agenda = first.data.design.agenda.map((step) => (step.id === 'plan' ? { ...step, kind: 'later' } : step));
  const created = { ...first, data: { ...first.data, design: { ...first.data.design, agenda } } };
  const later = [created, ...rest.filter(({ type }) => type !== 'ActionSubmitted')].map((fact, at) => ({
    ...fact,
    seq: at + 1,
  })) as unknown as typeof session.log;
  const totals = (await recount(sealed({ ...session, log: later }), sha256)) as Totals;
  expect(totals.notRecounted).toEqual(['plan']);
  expect(totals.tookPart).not.toHaveProperty('plan');
  expect(differingTotals(totals, session.state)).toEqual([]);
  expect(differingTotals({ ...totals, notRecounted: [] }, session.state)).toEqual([
    'people who took part in plan: the recount says null, the log folds to 1',
  ]);
  const of = { facts: 9, verdict: 'consistent', signedBy: [], rules: 2, notRecounted: ['plan'] } as const;
  expect(believed(of, 'en')).toContain(`${told}, so who took part in them was not counted a second time: plan.`);
});
