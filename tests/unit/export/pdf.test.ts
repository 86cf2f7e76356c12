import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { LOCALES } from '../../../server/engine/vocabulary';
import { renderPdf } from '../../../server/export/pdf/render-pdf';
import { buildReport, type Report } from '../../../server/export/report';
import { buildTable } from '../../../server/export/tables';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { wordsIn } from '../../../server/export/words';
import { HOSTILE, playSeminar } from '../../support/seminar';

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] };
type Read = {
  readonly pages: readonly { readonly text: string; readonly structure: Node | null; readonly annotations: number }[];
  readonly outline: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly metadata: string;
  readonly marked: boolean;
  readonly script: unknown;
};

const report = () => buildReport(playSeminar().state, { startedAt: 1_790_000_000_000, closingHash: 'abc123' });
/** Lines break where the column ends: only the order of the words counts. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

function read(bytes: Uint8Array): Read {
  const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, '../../support/read-pdf.mjs')], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Read;
}

const textOf = ({ pages }: Read) => flat(pages.map(({ text }) => text).join(' '));
const rolesOf = (node: Node | null): readonly Node[] =>
  node === null ? [] : [node, ...(node.children ?? []).flatMap(rolesOf)];

test.each(LOCALES)('[EXP6] [EXP9] in %s every line, figure and the closing hash can be read', async (locale) => {
  const text = textOf(read(await renderPdf(buildVisionDocument(report(), locale))));
  const say = wordsIn(locale);
  for (const { line } of report().lines) expect(text).toContain(flat(line.text.text));
  for (const row of buildTable(report(), 'endorsements', locale).rows) {
    const share = row[14] === '' ? '–' : `${row[12]}/${row[13]} (${row[14]} %)`;
    expect(text).toContain(flat([...row.slice(3, 12), share].join(' ')));
  }
  expect(text).toContain('abc123');
  expect(text).toContain(say('withheld'));
});

test('[EXP9] it is tagged, says so, and has bookmarks and a title', async () => {
  const bytes = await renderPdf(buildVisionDocument(report(), 'ky'));
  const { marked, metadata, outline, info, pages, script } = read(bytes);
  expect(marked).toBe(true);
  expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(outline.length).toBeGreaterThan(4);
  expect(info).toMatchObject({ Title: report().title.ky, Language: 'ky' });
  expect(script).toBeNull();
  expect(pages.every(({ annotations }) => annotations === 0)).toBe(true);
  const raw = Buffer.from(bytes).toString('latin1');
  for (const word of ['/JavaScript', '/Launch', '/AcroForm', '/URI', '/EmbeddedFile']) expect(raw).not.toContain(word);
  // Every font that is used is embedded and can be read back.
  const fonts = raw.match(/\/Subtype \/Type0/g)?.length ?? 0;
  expect(fonts).toBeGreaterThan(1);
  expect(raw.match(/\/ToUnicode/g)).toHaveLength(fonts);
  expect(raw.match(/\/FontFile2/g)).toHaveLength(fonts);
  expect(raw.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(raw.match(/\/Tabs \/S/g)?.length ?? 0);
});

test('[EXP9] headings, lists, tables with scopes and pictures with words are in the structure', async () => {
  const bytes = await renderPdf(buildVisionDocument(report(), 'en'));
  const nodes = read(bytes).pages.flatMap(({ structure }) => rolesOf(structure));
  const roles = new Set(nodes.map(({ role }) => role));
  for (const role of ['H1', 'H2', 'H3', 'H4', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'TOC', 'Figure', 'Note'])
    expect(roles).toContain(role);
  for (const figure of nodes.filter(({ role }) => role === 'Figure')) expect(figure.alt).toMatch(/: \d/);
  const raw = Buffer.from(bytes).toString('latin1');
  expect(raw.match(/\/S \/TH/g)?.length).toBe(raw.match(/\/Scope \/Column/g)?.length);
});

test('[EXP2] [EXP9] [EXP13] people’s words come out as typed; signs without a drawing are shown as such, and said', async () => {
  const base = report();
  const withText = (text: string): Report => ({
    ...base,
    themes: base.themes.map((theme) => ({
      ...theme,
      needs: theme.needs.map((line) => ({ ...line, text: { ...line.text, text } })),
    })),
  });
  const hostile = textOf(read(await renderPdf(buildVisionDocument(withText(HOSTILE), 'en'))));
  expect(hostile).toContain(HOSTILE);
  const typed = 'Суу \u202eтерс\u0000 √ ✓ ☑ ≥ 5 → 😀 👨‍👩‍👧‍👦 аягы';
  const drawn = textOf(read(await renderPdf(buildVisionDocument(withText(typed), 'en'))));
  expect(drawn).toMatch(/Суу терс √ ✓ ☑ ≥ 5 → 😀 [^\ufffd]+ аягы/u);
  expect(drawn).not.toContain(wordsIn('en')('missingLetters'));
  // One mark for each sign that no font has, also where it is made of several code points.
  const strange = textOf(
    read(await renderPdf(buildVisionDocument(withText('Башы 漢 \u{1f9d1}\u{e0100}字 аягы'), 'en'))),
  );
  expect(strange).toMatch(/Башы \ufffd \S{1,3}\ufffd аягы/u);
  expect(strange).toContain(wordsIn('en')('missingLetters'));
});

test('[EXP9] long documents keep every row, and contents that fit', async () => {
  const base = report();
  const [vote] = base.votes;
  const options = Array.from({ length: 200 }, (_, at) => ({
    ...vote!.options[0]!,
    heading: { text: `Артыкчылык ${at + 1} ${'узун '.repeat(20)}`, lang: 'ky' as const },
  }));
  const text = textOf(read(await renderPdf(buildVisionDocument({ ...base, votes: [{ ...vote!, options }] }, 'ky'))));
  for (let at = 1; at <= 200; at += 1) expect(text).toContain(`Артыкчылык ${at} `);
});
