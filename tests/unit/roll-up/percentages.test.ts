// A share across districts and its base belong together, in every format and on the page: each is recomputed from the ballots in
// the logs, by code of its own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { districtOf } from '../../../server/engine/roll-up/district';
import { rollUp } from '../../../server/engine/roll-up/roll-up';
import type { Locale } from '../../../server/engine/vocabulary';
import { renderDocx } from '../../../server/export/docx/render-docx';
import { renderMarkdown } from '../../../server/export/markdown';
import { renderPdf } from '../../../server/export/pdf/render-pdf';
import { buildRollUpDocument } from '../../../server/export/roll-up/roll-up-document';
import { renderRollUpJson } from '../../../server/export/roll-up/roll-up-json';
import { buildRollUpWorkbook } from '../../../server/export/roll-up/roll-up-workbook';
import { renderXlsx } from '../../../server/export/xlsx';
import { METHODS, playJudgedHall } from '../../support/judged-hall';
import { paragraphsOf, readWorkbook, unpack } from '../../support/office-files';
import { rollUpOnPage } from '../../support/render-roll-up';
import { type Share, shareOf, sharesIn, textOfHtml } from '../../support/shares';
import type { Session } from '../../support/specification';

const LOCALES: readonly Locale[] = ['ky', 'ru', 'en'];
const halls = METHODS.map((method) => playJudgedHall({ seed: `district ${method.name}`, method, judge: 'goals' }));
const codes = halls.map((_, at) => `ELES2${at}`);
const rolled = rollUp(
  {
    title: 'Issyk-Kul',
    districts: codes.map((code, at) => ({ code, place: `Place${at}` })),
    matches: [
      {
        id: 'm1',
        heading: { text: 'Common of all', lang: 'en' },
        members: codes.map((code) => ({ code, priorityId: 'i1' })),
      },
      {
        id: 'm2',
        heading: { text: 'Common of two', lang: 'en' },
        members: codes.slice(0, 2).map((code) => ({ code, priorityId: 'i4' })),
      },
    ],
    apart: [],
  },
  new Map(halls.map(({ state }, at) => [codes[at] ?? '', { ...districtOf(state, 'ab12'), code: codes[at] ?? '' }])),
);

type Raw = Readonly<Record<string, unknown>>;
const rowsOf = <Row>(ballot: Raw, field: string): readonly Row[] => (ballot[field] as Row[] | undefined) ?? [];

/** What a ballot gives to an option: a dot, an approval, a four or five, a place in a ranking, an agreement. */
function given(ballot: Raw, option: string): number {
  const dots = rowsOf<{ option: string; dots: number }>(ballot, 'choices').find((row) => row.option === option)?.dots;
  const score = rowsOf<{ option: string; score: number }>(ballot, 'scores').find((row) => row.option === option)?.score;
  const answer = rowsOf<{ option: string; answer: string }>(ballot, 'answers').find((row) => row.option === option);
  return (
    (dots ?? 0) +
    (rowsOf<string>(ballot, 'approved').includes(option) ? 1 : 0) +
    ((score ?? 0) >= 4 ? 1 : 0) +
    (rowsOf<readonly string[]>(ballot, 'ranked').some((tier) => tier.includes(option)) ? 1 : 0) +
    (answer?.answer === 'agree' ? 1 : 0)
  );
}

/** Votes by option, without the struck one; `group`: of its people alone. */
function votesIn({ log }: Session, group?: string): Readonly<Record<string, number>> {
  const groupOf = new Map<string, string>();
  const ballots = new Map<string, Raw>();
  for (const { type, data } of log) {
    if (type === 'ParticipantJoined') groupOf.set(data.participantId, data.groupId);
    if (type === 'BallotCast') ballots.set(data.participantId, data as unknown as Raw);
  }
  const counted = [...ballots].filter(([id]) => group === undefined || groupOf.get(id) === group);
  return Object.fromEntries(
    ['i1', 'i2', 'i3', 'i4', 'i5'].map((option) => [
      option,
      counted.reduce((sum, [, ballot]) => sum + given(ballot, option), 0),
    ]),
  );
}
const sum = (votes: Readonly<Record<string, number>>, options = Object.keys(votes)): number =>
  options.reduce((all, option) => all + (votes[option] ?? 0), 0);

const LAW = ['i1', 'i2', 'i3'];
const SERVICES = ['i4', 'i5'];
const keyOf = ({ people, of, percent }: Share) => `${people} of ${of} is ${percent} %`;
const all = halls.map((hall) => votesIn(hall));
/** Of themes and of priorities. */
const ofDistricts = all.flatMap((votes) =>
  [LAW, SERVICES, ...Object.keys(votes).map((id) => [id])].map((options) =>
    keyOf(shareOf(sum(votes, options), sum(votes))),
  ),
);
/** Of a group, over every set of districts: which of them publish it is another rule (ROLL4). */
const ofGroups = rolled.groups.flatMap(({ id: group }) =>
  ['i1', 'i4'].flatMap((option) => {
    const own = halls.map((hall) => votesIn(hall, group));
    return Array.from({ length: 2 ** own.length }, (_, mask) => {
      const some = own.filter((_, at) => (mask >> at) % 2 === 1);
      const of = some.reduce((all, votes) => all + sum(votes), 0);
      return keyOf(
        shareOf(
          some.reduce((all, votes) => all + (votes[option] ?? 0), 0),
          of,
        ),
      );
    });
  }),
);
const known = new Set([...ofDistricts, ...ofGroups]);

function expectShares(text: string) {
  const { shares, bare } = sharesIn(text);
  expect(bare).toEqual([]);
  expect(shares.map(keyOf).filter((one) => !known.has(one))).toEqual([]);
  expect(ofDistricts.filter((one) => !shares.map(keyOf).includes(one))).toEqual([]);
  return shares;
}

test.each(LOCALES)('[EXP30] [ROLL1] Markdown, Word and the page, %s', async (locale) => {
  const document = buildRollUpDocument(rolled, 0, locale);
  expect(expectShares(renderMarkdown(document).replace(/\\(?=\W)/g, '')).length).toBeGreaterThan(ofDistricts.length);
  expectShares(paragraphsOf(unpack(await renderDocx(document))['word/document.xml'] ?? '').join('\n'));
  expectShares(textOfHtml(rollUpOnPage(rolled, locale)));
});

test('[EXP30] [ROLL1] PDF', async () => {
  const { stdout } = spawnSync(process.execPath, [join(__dirname, '../../support/read-pdf.mjs')], {
    input: await renderPdf(buildRollUpDocument(rolled, 0, 'ky')),
    maxBuffer: 64 * 1024 * 1024,
  });
  const { pages } = JSON.parse(stdout.toString()) as { pages: { text: string }[] };
  expectShares(pages.map(({ text }) => text).join('\n'));
});

test.each(LOCALES)('[EXP30] [ROLL1] the workbook has votes and base in the row of every share, %s', async (locale) => {
  const sheets = readWorkbook(await renderXlsx(buildRollUpWorkbook(rolled, 0, locale)));
  const seen: string[] = [];
  for (const [head = [], ...rows] of sheets.values()) {
    const at = head.map(String);
    for (const [column, title] of at.entries()) {
      if (!title.endsWith(', %')) continue;
      const name = title.slice(0, -3);
      // "Place1: votes" and what they are of beside it; a sheet of one district a row names it in a column.
      const own = at.findIndex((other) => other.startsWith(`${name}: `));
      const votes = own < 0 ? column + 1 : own;
      for (const row of rows) {
        if (typeof row[column] !== 'number') continue;
        const [people, of] = [Number(row[votes]), Number(row[votes + 1])];
        expect(row[column]).toBe(shareOf(people, of).percent);
        seen.push(keyOf(shareOf(people, of)));
      }
    }
  }
  expect(seen.filter((one) => !known.has(one))).toEqual([]);
  expect(ofDistricts.filter((one) => !seen.includes(one))).toEqual([]);
});

test('[EXP30] [ROLL1] open data have the votes beside each share, and those of the district', () => {
  type Figure = { readonly votes: number; readonly share: number; readonly of: number };
  const { districts, themes } = JSON.parse(renderRollUpJson(rolled, 0)) as {
    districts: { votes: number }[];
    themes: {
      shares: number[];
      votes: number[];
      common: { cells: (Figure | null)[]; byGroup: Record<string, Figure> }[];
      particular: { cells: (Figure | null)[] }[];
    }[];
  };
  const seen: string[] = [];
  const take = (votes: number, of: number, share: number) => {
    expect(share).toBe(votes / of);
    seen.push(keyOf(shareOf(votes, of)));
  };
  for (const { shares, votes, common, particular } of themes) {
    for (const [at, share] of shares.entries()) take(votes[at] ?? -1, districts[at]?.votes ?? -1, share);
    for (const { cells } of [...common, ...particular])
      for (const [at, cell] of cells.entries())
        if (cell !== null) take(cell.votes, districts[at]?.votes ?? -1, cell.share);
    for (const { byGroup } of common)
      for (const { votes, of, share } of Object.values(byGroup)) if (share !== null) take(votes, of, share);
  }
  expect(seen.filter((one) => !known.has(one))).toEqual([]);
  expect(ofDistricts.filter((one) => !seen.includes(one))).toEqual([]);
});
