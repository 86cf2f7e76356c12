import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { renderJson } from '../../../server/export/json';
import { buildReport, type Report } from '../../../server/export/report';
import type { ReportOption } from '../../../server/export/report-votes';
import { HOSTILE, PEOPLE, playSeminar, type Stop } from '../../support/seminar';

const schema: object = JSON.parse(
  readFileSync(join(__dirname, '../../../docs/schema/vision-report.schema.json'), 'utf8'),
);
const validate = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(schema);
const facts = { startedAt: 1_790_000_000_000, closingHash: 'abc123' };
const report = (stop?: Stop) => buildReport(playSeminar(stop).state, facts);
const problems = (one: Report) => (validate(JSON.parse(renderJson(one))) ? [] : validate.errors);

test.each<Stop>(['before the vote is revealed', 'while judging', 'the end'])(
  '[EXP7] the published schema describes the open data, %s',
  (stop) => {
    expect(problems(report(stop))).toEqual([]);
  },
);

test('[EXP7] the schema describes the figures of every method', () => {
  const base = report();
  const [vote] = base.votes;
  const { dots: _, ...option } = vote!.options[0]!;
  const counts = { counts: [0, 1, 0, 2, 0], high: 2, countsByGroup: { heads: [0, 1, 0, 2, 0] }, median: 4 };
  const figures: Partial<ReportOption>[] = [
    { approval: { approvals: 3, approvalsByGroup: {}, nearlyAll: { heads: { atLeast: 5, of: 6 } } } },
    { score: { criteria: { importance: counts }, quadrant: 'do_now' as never } },
    { ranking: { borda: -3, named: 2, schulzeTier: 1 } },
    { agreement: { agree: 1, disagree: 0, pass: 2, consensus: 0.4, byGroup: {}, split: true } },
  ];
  for (const one of figures)
    expect(problems({ ...base, votes: [{ ...vote!, options: [{ ...option, ...one }] }] })).toEqual([]);
});

test('[EXP7] the schema refuses a field it does not name', () => {
  expect(validate({ ...JSON.parse(renderJson(report())), participantId: 'c0' })).toBe(false);
});

test('[EXP1] nobody’s identity, and no id that an author could be known by, is in it', () => {
  const text = renderJson(report());
  for (const id of [...PEOPLE.map((person) => person.id), 'i1', 'i3', 'p1', 'a1', 'goal:p1'])
    expect(text).not.toContain(`"${id}"`);
  expect(text).not.toContain('жашыруун сөз');
});

test('[EXP2] people’s words come out as they were typed', () => {
  const { ideas } = JSON.parse(renderJson(report())) as { ideas: { text: string }[] };
  expect(ideas.map(({ text }) => text)).toContain(HOSTILE);
});
