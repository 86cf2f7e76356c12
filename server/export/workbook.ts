// The workbook of a session: what it is, then a sheet for each of its tables.

import type { Locale } from '../engine/vocabulary';
import { TABLE_NAMES, type TableName } from '../protocol/downloads';
import { inFours } from '../protocol/in-fours';
import type { Report } from './report';
import { buildTable, type Cell, type Table } from './tables';
import { standing } from './vision/title-page';
import { type DraftWord, type Words, wordsIn } from './words';

export type Workbook = {
  readonly about: { readonly sheet: string; readonly rows: readonly (readonly Cell[])[] };
  readonly sheets: readonly { readonly sheet: string; readonly table: Table }[];
};

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
  earlier: 'sheetSince',
};

export function buildWorkbook(report: Report, locale: Locale): Workbook {
  const say = wordsIn(locale, report.timeZone);
  return {
    about: { sheet: say('sheetAbout'), rows: aboutRows(report, say) },
    // A session that goes on from no vision has nothing to say of one.
    sheets: TABLE_NAMES.filter((name) => name !== 'earlier' || report.earlier !== undefined).map((name) => ({
      sheet: say(SHEET_WORDS[name]),
      table: buildTable(report, name, locale),
    })),
  };
}

function aboutRows(report: Report, say: Words): readonly (readonly Cell[])[] {
  const { title, code, rehearsal, date, joined, smallestCell, log, organisations } = report;
  return [
    [title[say.locale]],
    [standing(report, say)],
    ...(rehearsal ? [[say('rehearsal')]] : []),
    ...organisations.map(({ role, name }) => [say(role), name[say.locale]]),
    [say('code'), code],
    [say('date'), say.day(date)],
    [say('participants'), joined],
    [say('smallCells', { withheld: say('withheld'), least: smallestCell })],
    [say('log', { count: log.count }), log.closingHash],
    ...(log.key === undefined ? [] : [[say('key'), inFours(log.key)]]),
  ];
}
