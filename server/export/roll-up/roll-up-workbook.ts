// Sessions side by side as a workbook: districts, the heat table, what is common by district and group, what is particular.
import type { RollUp, RollUpCell } from '../../engine/roll-up/roll-up';
import type { Locale } from '../../engine/vocabulary';
import { distinctNames } from '../distinct-names';
import type { Cell } from '../table';
import { wordsIn } from '../words';
import type { Workbook } from '../workbook';
import { keyCell, readsSinceText, sealWords } from './roll-up-cells';

/** Shares are whole per cent, as numbers, with what they are of in the same row; empty where there is nothing, the word where it
 * is withheld. */
export function buildRollUpWorkbook(rollUp: RollUp, madeAt: number, locale: Locale): Workbook {
  const { sheets, ...workbook } = workbookOf(rollUp, madeAt, locale);
  return {
    ...workbook,
    sheets: sheets.map(({ sheet, table }) => ({ sheet, table: { ...table, head: distinctNames(table.head) } })),
  };
}

function workbookOf(rollUp: RollUp, madeAt: number, locale: Locale): Workbook {
  const say = wordsIn(locale, rollUp.timeZone);
  const { title, districts, groups, themes } = rollUp;
  const places = districts.map(({ place }) => place);
  const votesIn = (name: string): string => `${name}: ${say('dots')}`;
  const allIn = (place: string): string => `${place}: ${say('everythingHere')}`;
  const all = districts.map(({ votes }) => votes);
  const inPercent = (share: number | null | undefined): Cell => (share == null ? '' : Math.round(100 * share));
  const shareOf = ({ share }: RollUpCell): Cell => (share === undefined ? say('withheld') : inPercent(share));
  return {
    title,
    about: {
      sheet: say('sheetAbout'),
      rows: [[title], [say('rollUpMade', { date: say.day(madeAt) })], [say('heatHow')], [say('groupsHow')]],
    },
    sheets: [
      {
        sheet: say('sheetDistricts'),
        table: {
          head: [
            say('district'),
            say('code'),
            say('participants'),
            say('ballots'),
            say('dots'),
            say('closingHashWord'),
            say('aboutKey'),
            say('sealHead'),
          ],
          rows: districts.map(({ place, code, joined, ballots, votes, closingHash, seal }) => [
            place,
            code,
            joined,
            ballots,
            votes,
            closingHash,
            keyCell(seal),
            sealWords(seal, say),
          ]),
        },
      },
      {
        sheet: say('sheetHeat'),
        table: {
          head: [
            say('theme'),
            ...places.map((place) => `${place}, %`),
            ...places.flatMap((place) => [votesIn(place), allIn(place)]),
          ],
          rows: themes.map(({ theme, shares, votes }) => [
            theme.name[locale],
            ...shares.map(inPercent),
            ...votes.flatMap((own, at) => [own, all[at] ?? '']),
          ]),
        },
      },
      {
        sheet: say('sheetCommon'),
        table: {
          head: [
            say('theme'),
            say('priority'),
            say('language'),
            ...places.map((place) => `${place}, %`),
            ...groups.map(({ name }) => `${name[locale]}, %`),
            ...places.flatMap((place) => [votesIn(place), allIn(place)]),
            ...groups.flatMap(({ name }) => [votesIn(name[locale]), `${name[locale]}: ${say('everything')}`]),
            say('readsNow'),
          ],
          rows: themes.flatMap(({ theme, common }) =>
            common.map(({ heading, cells, byGroup }) => [
              theme.name[locale],
              heading.text,
              heading.lang,
              ...cells.map((cell) => (cell === null ? '' : shareOf(cell))),
              ...groups.map(({ id }) => (byGroup[id] === undefined ? say('withheld') : inPercent(byGroup[id].share))),
              ...cells.flatMap((cell, at) => (cell?.votes === undefined ? ['', ''] : [cell.votes, all[at] ?? ''])),
              ...groups.flatMap(({ id }) => [byGroup[id]?.votes ?? '', byGroup[id]?.of ?? '']),
              cells
                .flatMap((cell, at) => (cell?.reads === undefined ? [] : `${places[at]}: ${readsSinceText(cell, say)}`))
                .join('; '),
            ]),
          ),
        },
      },
      {
        sheet: say('sheetParticular'),
        table: {
          head: [
            say('theme'),
            say('district'),
            say('priority'),
            say('language'),
            `${say('share')}, %`,
            say('dots'),
            say('everythingHere'),
            say('goal'),
            say('readsNow'),
          ],
          rows: themes.flatMap(({ theme, particular }) =>
            particular.flatMap(({ heading, cells }) =>
              cells.flatMap((cell, at) =>
                cell === null
                  ? []
                  : [
                      [
                        theme.name[locale],
                        places[at] ?? '',
                        heading.text,
                        heading.lang,
                        shareOf(cell),
                        cell.votes ?? '',
                        cell.votes === undefined ? '' : (all[at] ?? ''),
                        say(cell.isGoal ? 'yes' : 'no'),
                        readsSinceText(cell, say),
                      ],
                    ],
              ),
            ),
          ),
        },
      },
    ],
  };
}
