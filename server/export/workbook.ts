// The workbook of a session: what it is, then a sheet for each of its tables.
import { datesIn } from '../../i18n/dates';
import type { Locale } from '../engine/vocabulary';
import { TABLE_NAMES, type TableName } from '../protocol/downloads';
import { inFours } from '../protocol/in-fours';
import type { Report } from './report';
import type { Cell, Table } from './table';
import { buildTable } from './tables';
import { standing } from './vision/title-page';
import { type DraftWord, type Words, wordsIn } from './words';

/** A day as spreadsheets count days: midnight of it in UTC, in ms since 1970, and how it is shown. */
export type Day = { readonly day: number; readonly format: string };
export type Workbook = {
  readonly title: string;
  readonly about: { readonly sheet: string; readonly rows: readonly (readonly (Cell | Day)[])[] };
  readonly sheets: readonly { readonly sheet: string; readonly table: Table }[];
};

/** What the session is has a sheet of its own form, the first. */
type SheetName = Exclude<TableName, 'about'>;

export const SHEET_WORDS: Readonly<Record<SheetName, DraftWord>> = {
  lines: 'sheetLines',
  ideas: 'sheetIdeas',
  answers: 'sheetAnswers',
  priorities: 'sheetPriorities',
  votes: 'sheetVotes',
  results: 'sheetResults',
  outcomes: 'sheetOutcomes',
  actions: 'sheetActions',
  endorsements: 'sheetEndorsements',
  turnout: 'sheetTurnout',
  'participants-by-group': 'sheetParticipants',
  earlier: 'sheetSince',
};

export function buildWorkbook(report: Report, locale: Locale): Workbook {
  const say = wordsIn(locale, report.timeZone);
  return {
    title: report.title[locale],
    about: { sheet: say('sheetAbout'), rows: aboutRows(report, say) },
    // A session that goes on from no vision, or asks no question, has nothing to say of one.
    sheets: TABLE_NAMES.filter(isSheet)
      .filter((name) => name !== 'earlier' || report.earlier !== undefined)
      .filter((name) => name !== 'answers' || report.questions.length > 0)
      .map((name) => ({
        sheet: say(SHEET_WORDS[name]),
        table: withoutEmptyColumns(buildTable(report, name, locale)),
      })),
  };
}

function isSheet(name: TableName): name is SheetName {
  return name !== 'about';
}

/** A column that nobody has filled only takes the room of the others; the plain tables keep every one. */
function withoutEmptyColumns({ head, rows }: Table): Table {
  const filled = head.map((_, at) => rows.length === 0 || rows.some((row) => row[at] !== ''));
  const keep = (row: readonly Cell[]) => row.filter((_, at) => filled[at]);
  return { head: keep(head), rows: rows.map(keep) };
}

function aboutRows(report: Report, say: Words): readonly (readonly (Cell | Day)[])[] {
  const { title, code, rehearsal, joined, smallestCell, log, organisations } = report;
  return [
    [title[say.locale]],
    [standing(report, say)],
    ...(rehearsal ? [[say('rehearsal')]] : []),
    ...organisations.map(({ role, name }) => [say(role), name[say.locale]]),
    [say('code'), code],
    [say('date'), dayOf(report, say.locale)],
    [say('participants'), joined],
    [say('smallCells', { withheld: say('withheld'), least: smallestCell })],
    [say('markAtLeast', { example: '≥ 5' })],
    [say('log', { count: log.count }), log.closingHash],
    ...(log.key === undefined ? [] : [[say('key'), inFours(log.key)]]),
  ];
}

function dayOf({ date, timeZone }: Report, locale: Locale): Day {
  const day = Date.parse(datesIn(locale, timeZone).calendar(date));
  return { day, format: locale === 'en' ? 'd mmmm yyyy' : 'dd.mm.yyyy' };
}
