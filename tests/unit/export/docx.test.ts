import { LOCALES } from '../../../server/engine/vocabulary';
import { voteBars } from '../../../server/export/bars';
import { renderDocx } from '../../../server/export/docx/render-docx';
import { buildReport } from '../../../server/export/report';
import { buildTable } from '../../../server/export/tables';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { wordsIn } from '../../../server/export/words';
import { decode, paragraphsOf, unpack } from '../../support/office-files';
import { HOSTILE, playSeminar } from '../../support/seminar';

const facts = { startedAt: 1_790_000_000_000, closingHash: 'abc123' };
const report = () => buildReport(playSeminar().state, facts);
const partsIn = async (locale: (typeof LOCALES)[number]) =>
  unpack(await renderDocx(buildVisionDocument(report(), locale)));

/** Words that are Kyrgyz, as a document in another language shows them. */
const ownIn = (locale: string, text: unknown) => (locale === 'ky' ? text : `${text} (ky)`);

/** A table of the file as its rows of texts. */
function tablesOf(xml: string): readonly (readonly (readonly string[])[])[] {
  return [...xml.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([table]) =>
    [...table.matchAll(/<w:tr>[\s\S]*?<\/w:tr>|<w:tr [\s\S]*?<\/w:tr>/g)].map(([row]) =>
      [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) => paragraphsOf(cell).join('\n')),
    ),
  );
}

test.each(LOCALES)('[EXP6] in %s the votes and judgements are those of the tables', async (locale) => {
  const say = wordsIn(locale);
  const tables = tablesOf((await partsIn(locale))['word/document.xml'] ?? '');
  const withFigures = tables.find(([head]) => head?.[2] === say('dots'));
  // An option a row: rank, words, votes, supporters, a column a group.
  const votes = buildTable(report(), 'votes', locale).rows.map((row) =>
    [row[1], ownIn(locale, row[3]), row[5], row[6], ...row.slice(8, -3)].map(String),
  );
  expect(withFigures?.slice(1)).toEqual(votes);
  const judged = tables.find(([head]) => head?.[1] === '1' && head.length === 11);
  expect(judged?.slice(1).map((row) => row.slice(1, 9))).toEqual(
    buildTable(report(), 'endorsements', locale).rows.map((row) => row.slice(3, 11).map(String)),
  );
});

test('[EXP6] headings, the closing hash, signatures by group', async () => {
  const xml = (await partsIn('en'))['word/document.xml'] ?? '';
  const paragraphs = paragraphsOf(xml);
  expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>/);
  expect(paragraphs.some((text) => text.endsWith('abc123'))).toBe(true);
  expect(paragraphs).toContain('Signatures');
  expect(paragraphs).toContain('No action has been proposed for this goal yet.');
});

test('[DRAFT2] every line leads to a note with people’s own words and votes', async () => {
  const parts = await partsIn('ky');
  const notes = paragraphsOf(parts['word/footnotes.xml'] ?? '');
  const references = [...(parts['word/document.xml'] ?? '').matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)];
  expect(references.length).toBeGreaterThan(0);
  expect(notes.some((note) => note.includes('Таза суу; Таза суу!'))).toBe(true);
  expect(notes.some((note) => note.includes('көрсөтүлбөйт'))).toBe(true);
});

test('[EXP2] people’s words are plain runs: no field, no link, no outside part is made of them', async () => {
  const parts = await partsIn('en');
  expect(paragraphsOf(parts['word/document.xml'] ?? '').some((text) => text.includes(HOSTILE))).toBe(true);
  const all = Object.values(parts).join('');
  expect(all).not.toContain('TargetMode="External"');
  for (const [, field = ''] of all.matchAll(/<w:instrText[^>]*>([\s\S]*?)<\/w:instrText>/g))
    expect(decode(field)).toMatch(/^\s*(TOC|PAGE|NUMPAGES|PAGEREF)\b/);
});

test('[EXP3] a session that still runs makes a draft, and says so', async () => {
  const running = buildReport(playSeminar('while judging').state, facts);
  const xml = unpack(await renderDocx(buildVisionDocument(running, 'en')))['word/document.xml'] ?? '';
  expect(paragraphsOf(xml)).toContain('Draft. The session is still running and this text may change.');
});

test('[EXP16] headings keep the bold of their style, contents go down to goals, the file says what it is', async () => {
  const parts = await partsIn('ky');
  const xml = parts['word/document.xml'] ?? '';
  expect(xml.match(/<w:pStyle w:val="Heading\d"\/>/g)?.length).toBeGreaterThan(5);
  expect(xml + (parts['word/footnotes.xml'] ?? '')).not.toMatch(/<w:[bi](Cs)? w:val="(false|0)"/);
  expect(xml).toMatch(/<w:pStyle w:val="TOC3"\/>/);
  const core = parts['docProps/core.xml'] ?? '';
  expect(core).toContain(`<dc:title>${report().title.ky}</dc:title>`);
  expect(core).toContain('abc123');
  expect(core).not.toContain('Un-named');
});

test('[EXP16] the picture of a vote is a chart with the figures of the PDF', async () => {
  const parts = await partsIn('ky');
  const charts = Object.keys(parts).filter((name) => /^word\/charts\/chart[^/]*\.xml$/.test(name));
  expect(charts).toHaveLength(report().votes.length);
  const numbers = (parts[charts[0] ?? ''] ?? '').match(/<c:val>[\s\S]*?<\/c:val>/g)?.join('') ?? '';
  const values = [...numbers.matchAll(/<c:v>(\d+)<\/c:v>/g)].map(([, value]) => Number(value));
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(15 + 6);
});

test('[EXP16] every bar of the chart has its label with its figure, and its parts differ by more than shade', async () => {
  const chart = (await partsIn('ky'))['word/charts/chart1.xml'] ?? '';
  const [labels = ''] = /<c:cat>[\s\S]*?<\/c:cat>/.exec(chart) ?? [];
  const { options } = report().votes[0] ?? { options: [] };
  for (const { dots } of options) expect(labels).toContain(` – ${dots?.dots}</c:v>`);
  expect(chart).toMatch(/<c:tickLblSkip val="1"\/><c:noMultiLvlLbl/);
  const bars = { kind: 'bars' as const, caption: 'C', legend: ['a', 'b', 'c', 'd', 'e'], rows: [ROW] };
  const paper = { ...buildVisionDocument(report(), 'ky'), blocks: [bars] };
  const drawn = unpack(await renderDocx(paper))['word/charts/chart1.xml'] ?? '';
  const looks = [...drawn.matchAll(/<c:ser>[\s\S]*?<c:spPr>([\s\S]*?)<\/c:spPr>/g)].map(([, look = '']) => look);
  expect(new Set(looks).size).toBe(5);
  expect(looks.filter((look) => look.includes('<a:pattFill prst='))).toHaveLength(2);
  expect(looks.every((look) => look.includes('<a:ln w="7620"><a:solidFill>'))).toBe(true);
});

const ROW = { label: { text: 'Option', lang: 'ky' as const }, parts: [1, 2, 3, 4, 5], total: 15 };

test('[EXP16] a legend names nothing that has no part in any bar', () => {
  for (const locale of LOCALES)
    for (const vote of report().votes) {
      const bars = voteBars(vote, report().groups, wordsIn(locale));
      expect(bars?.legend.length).toBeGreaterThan(0);
      for (const [at, name] of (bars?.legend ?? []).entries())
        expect([name, bars?.rows.some(({ parts }) => (parts[at] ?? 0) > 0)]).toEqual([name, true]);
      expect(bars?.rows.every(({ parts }) => parts.length === bars.legend.length)).toBe(true);
    }
});

test('[EXP13] words from right to left are marked so', async () => {
  const base = report();
  const text = 'مرحبا بالعالم 2030!';
  const themes = base.themes.map((theme) => ({
    ...theme,
    needs: theme.needs.map((line) => ({ ...line, text: { ...line.text, text } })),
  }));
  const xml = unpack(await renderDocx(buildVisionDocument({ ...base, themes }, 'ky')))['word/document.xml'] ?? '';
  const paragraph = xml.split('</w:p>').find((one) => one.includes('مرحبا')) ?? '';
  expect(paragraph).toContain('<w:bidi/>');
  expect(paragraph).toContain('<w:rtl/>');
});
