// Every mark in a table is explained above it, and the notes on where a line comes from bear the marks of the tables.
import { districtOf } from '../../../server/engine/roll-up/district';
import { rollUp } from '../../../server/engine/roll-up/roll-up';
import { LOCALES, type VoteMethodName } from '../../../server/engine/vocabulary';
import type { Block, PaperDocument, Runs } from '../../../server/export/document';
import { buildReport } from '../../../server/export/report';
import { buildRollUpDocument } from '../../../server/export/roll-up/roll-up-document';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { wordsIn } from '../../../server/export/words';
import { METHODS, playJudgedHall } from '../../support/judged-hall';
import { Session } from '../../support/specification';
import { smallWorkshop } from '../../support/workshop';

/** Halls in which (nearly) all of a group answered alike are rare: these are some. */
const SEEDS = ['m16', 'm2', 'a'];
const reportOf = (seed: string, name: VoteMethodName) => {
  const method = METHODS.find((one) => one.name === name) ?? METHODS[0];
  if (method === undefined) throw new Error('no method');
  const { state } = playJudgedHall({ seed, method, judge: 'lines' });
  return { state, report: buildReport(state, { startedAt: 0, closingHash: '' }) };
};
const textOf = (runs: Runs) => runs.map((run) => ('note' in run ? '' : run.text)).join('');
const plainly = (text: string) => text.replaceAll('\u00a0', ' ');

/** Cells with a mark and no explanation of it in the paragraph above their table. */
function unexplained({ blocks, locale }: PaperDocument): readonly string[] {
  const word = wordsIn(locale)('withheld');
  const quoted = [`«${word}»`, `“${word}”`];
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'table') return [];
    const cells = block.rows.flat().map((runs) => plainly(textOf(runs)));
    const before: Block | undefined = blocks[at - 1];
    const above = before?.kind === 'paragraph' ? plainly(textOf(before.runs)) : '';
    return cells.filter(
      (cell) =>
        (cell === '–' && !/[«“]–[»”]/.test(above)) ||
        (cell.includes('≥') && !/[«“][^«“]*≥ \d+[»”]/.test(above)) ||
        (cell.startsWith(word) && !quoted.some((one) => above.includes(one))),
    );
  });
}

test.each(METHODS.map(({ name }) => name))('[EXP39] of %s every mark in a table is explained above it', (method) => {
  let marks = 0;
  for (const seed of SEEDS)
    for (const locale of LOCALES) {
      const document = buildVisionDocument(reportOf(seed, method).report, locale);
      expect(unexplained(document)).toEqual([]);
      marks += JSON.stringify(document.blocks).split(wordsIn(locale)('withheld')).length - 1;
    }
  if (method !== 'ranking') expect(marks).toBeGreaterThan(20);
});

test('[EXP39] so it is in a roll-up', () => {
  const sessions = new Map(
    ['ELES21', 'ELES22'].map((code, at) => [code, { ...districtOf(reportOf(`d${at}`, 'dots').state, 'ab'), code }]),
  );
  const districts = [...sessions.keys(), 'ELES23'].map((code) => ({ code, place: code }));
  const members = [...sessions.keys()].map((code) => ({ code, priorityId: 'i1' }));
  const matches = [{ id: 'm', heading: { text: 'Common', lang: 'en' as const }, members }];
  const both = rollUp({ title: 'All', districts, matches, apart: [] }, sessions);
  for (const locale of LOCALES) expect(unexplained(buildRollUpDocument(both, 0, locale))).toEqual([]);
});

test.each(LOCALES)(
  '[EXP39] in %s a part of the document explains languages and what the room’s marks mean',
  (locale) => {
    const say = wordsIn(locale);
    const { blocks } = buildVisionDocument(reportOf('a', 'dots').report, locale);
    const text = blocks.map((block) => ('runs' in block ? textOf(block.runs) : '')).join('\n');
    for (const mark of ['agreed', 'reservations', 'contested'] as const)
      expect(text).toMatch(new RegExp(`[«“]${say(mark)}[»”] – `));
    expect(text.includes(say('keyLanguages'))).toBe(locale !== 'en');
    // Of what does not stand in the document nothing is said.
    const bare = buildVisionDocument(
      buildReport(new Session(smallWorkshop).state, { startedAt: 0, closingHash: '' }),
      'ky',
    );
    const told = bare.blocks.map((block) => ('runs' in block ? textOf(block.runs) : '')).join('\n');
    expect(told).not.toContain(`«${wordsIn('ky')('contested')}»`);
    expect(told).not.toContain(`«${wordsIn('ky')('withheld')}»`);
  },
);

test.each(METHODS.map(({ name }) => name))('[EXP39] how %s chooses is said beside what was chosen', (method) => {
  const { report } = reportOf('a', method);
  for (const locale of LOCALES) {
    const say = wordsIn(locale);
    const how = {
      dots: say('howFairShare'),
      approval: say('howMostSupported'),
      score: say('howMedian'),
      ranking: say('howSchulze'),
      agreement: say('howConsensus'),
    }[method];
    expect(
      buildVisionDocument(report, locale).blocks.some((block) => 'runs' in block && textOf(block.runs).includes(how)),
    ).toBe(true);
  }
});

test.each([
  ['score', 'm16'],
  ['agreement', 'm2'],
] as const)('[EXP39] notes on %s say what the tables say, group by group', (method, seed) => {
  const { report } = reportOf(seed, method);
  const say = wordsIn('en');
  const names = report.groups.map(({ name }) => name.en);
  const { blocks, notes } = buildVisionDocument(report, 'en');
  const rows = blocks.flatMap((block) =>
    block.kind === 'table' && [say('priority'), ...names].every((name) => block.head.includes(name))
      ? block.rows.map((row) => ({
          heading: textOf(row[1] ?? []),
          split: names.map((name) => `${name}: ${plainly(textOf(row[block.head.indexOf(name)] ?? []))}`).join(' · '),
        }))
      : [],
  );
  const told = notes.map((note) => plainly(note.map(textOf).join('\n')));
  const ofGoals = rows.filter(({ heading }) => told.some((note) => note.includes(heading) && note.includes(' · ')));
  expect(ofGoals.some(({ split }) => split.includes('≥'))).toBe(true);
  for (const { heading, split } of ofGoals)
    expect({ heading, split, told: told.some((note) => note.includes(heading) && note.includes(split)) }).toEqual({
      heading,
      split,
      told: true,
    });
});
