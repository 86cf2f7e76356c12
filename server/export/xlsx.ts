// All tables as one workbook: a first sheet that says what this is, then a sheet a table. Text stays text, never a formula.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import type { Locale } from '../engine/vocabulary';
import type { Report } from './report';
import { buildTable, type Cell, TABLES, type TableName } from './tables';
import { type DraftWord, type Words, wordsIn } from './words';
import { xmlText } from './xml-text';

export const SHEET_WORDS: Readonly<Record<TableName, DraftWord>> = {
  lines: 'sheetLines',
  ideas: 'sheetIdeas',
  priorities: 'sheetPriorities',
  votes: 'sheetVotes',
  results: 'sheetResults',
  outcomes: 'sheetOutcomes',
  actions: 'sheetActions',
  endorsements: 'sheetEndorsements',
  turnout: 'sheetTurnout',
  'participants-by-group': 'sheetParticipants',
};

/** Characters a column may be wide; longer texts wrap. */
const WIDEST = 60;
const NARROWEST = 8;

export async function renderXlsx(report: Report, locale: Locale): Promise<Uint8Array> {
  const say = wordsIn(locale);
  const sheets = TABLES.map((name) => {
    const { head, rows } = buildTable(report, name, locale);
    return {
      sheet: say(SHEET_WORDS[name]),
      data: [
        head.map((cell) => ({ ...cellOf(cell), fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
      columns: head.map((_, at) => ({ width: widthOf([head, ...rows].map((row) => row[at] ?? '')) })),
      stickyRowsCount: 1,
    };
  });
  const about = aboutRows(report, say);
  const first = {
    sheet: say('sheetAbout'),
    data: about.map((row) => row.map(cellOf)),
    columns: [{ width: 30 }, { width: WIDEST }],
  };
  const workbook = writeWorkbook([first, ...sheets], { fontFamily: 'Calibri', fontSize: 11 });
  return unmarked(new Uint8Array(await workbook.toBuffer()));
}

/**
 * The writer keeps its texts in a plain object by their own words, so `hasOwnProperty` as a text would find the object's own.
 * Such texts travel with a mark in front, which is taken off the list of texts at the end.
 */
const MARK = '\ue000';
const MARKED = new RegExp(
  `(<t[^>]*>)${MARK}(?=(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})</t>)`,
  'g',
);

function marked(text: string): string {
  return text in {} ? `${MARK}${text}` : text;
}

const TEXTS = 'xl/sharedStrings.xml';

function unmarked(workbook: Uint8Array): Uint8Array {
  const files = unzipSync(workbook);
  const texts = strFromU8(files[TEXTS] ?? new Uint8Array());
  if (!texts.includes(MARK)) return workbook;
  return zipSync({ ...files, [TEXTS]: strToU8(texts.replace(MARKED, '$1')) });
}

function aboutRows(report: Report, say: Words): readonly (readonly Cell[])[] {
  const { title, code, phase, rehearsal, date, joined, smallestCell, log } = report;
  return [
    [title[say.locale]],
    [say(phase === 'ended' ? 'ended' : 'live')],
    ...(rehearsal ? [[say('rehearsal')]] : []),
    [say('code'), code],
    [say('date'), new Intl.DateTimeFormat(say.locale, { dateStyle: 'long' }).format(date)],
    [say('participants'), joined],
    [say('smallCells', { withheld: say('withheld'), least: smallestCell })],
    [say('log', { count: log.count }), log.closingHash],
  ];
}

function cellOf(cell: Cell) {
  if (typeof cell === 'number') return { type: Number, value: cell };
  return { type: String, value: marked(xmlText(cell)), wrap: true, alignVertical: 'top' as const };
}

function widthOf(cells: readonly Cell[]): number {
  const longest = Math.max(...cells.map((cell) => String(cell).length));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}
