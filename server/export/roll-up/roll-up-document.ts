// Sessions side by side as a document: a heat table of themes and districts, then per theme what is common and what is
// particular. Each district's own wording stands in a note.
import { heatOf, hottest } from '../../engine/roll-up/heat';
import type { RollUp, RollUpCell, RollUpRow, RollUpTheme } from '../../engine/roll-up/roll-up';
import type { Locale, OwnText } from '../../engine/vocabulary';
import { inFours } from '../../protocol/in-fours';
import {
  type Block,
  heading,
  ownWords,
  type PaperDocument,
  paragraph,
  plain,
  type Runs,
  type Table,
  table,
} from '../document';
import { markKey, withMarkNotes } from '../mark-notes';
import { type Words, wordsIn } from '../words';
import { groupCell, keyCell, priorityCell, readsSinceRuns, sealWords, shareCell } from './roll-up-cells';

export function buildRollUpDocument(rollUp: RollUp, madeAt: number, locale: Locale): PaperDocument {
  const say = wordsIn(locale, rollUp.timeZone);
  const writer = new Writer(rollUp, say);
  const told = withMarkNotes(writer.blocks(madeAt), say);
  return {
    title: rollUp.title,
    locale,
    reference: rollUp.districts.map(({ code, closingHash }) => `${code} ${closingHash}`).join(', '),
    words: { notes: say('notes'), missingLetters: say('missingLetters') },
    blocks: [...told, ...markKey({ blocks: told, notes: writer.notes }, say)],
    notes: writer.notes,
  };
}

class Writer {
  readonly notes: (readonly Runs[])[] = [];
  readonly #rollUp: RollUp;
  readonly #say: Words;
  readonly #hottest: ReturnType<typeof hottest>;

  constructor(rollUp: RollUp, say: Words) {
    this.#rollUp = rollUp;
    this.#say = say;
    this.#hottest = hottest(rollUp);
  }

  blocks(madeAt: number): readonly Block[] {
    const say = this.#say;
    return [
      { kind: 'title', text: this.#rollUp.title },
      paragraph(say('rollUpMade', { date: say.day(madeAt) })),
      this.#districts(),
      { kind: 'contents', title: say('contents') },
      { kind: 'heading', level: 1, runs: plain(say('heatTitle')), newPage: true },
      paragraph(say('heatHow')),
      this.#heat(),
      ...this.#rollUp.themes.flatMap((theme) => this.#theme(theme)),
      ...this.#logs(),
    ];
  }

  /** Which logs the figures are of, for whoever has them checked. */
  #logs(): readonly Block[] {
    const say = this.#say;
    const rows = this.#rollUp.districts.map(({ place, code, closingHash, seal }) => [
      plain(place),
      plain(code),
      plain(inFours(closingHash)),
      plain(keyCell(seal)),
      plain(sealWords(seal, say)),
    ]);
    const head = [say('district'), say('code'), say('closingHashWord'), say('aboutKey'), say('sealHead')];
    return [heading(1, say('logsTitle')), paragraph(say('logsHow'), 'soft'), table(head, rows, [2.5, 1.6, 4, 3, 3])];
  }

  #districts(): Table {
    const say = this.#say;
    const rows = this.#rollUp.districts.map(({ place, code, joined, ballots, ended, rehearsal }) => [
      plain(place),
      plain(code),
      plain(say.cell(joined)),
      plain(say.cell(ballots)),
      plain(
        [ended ? '' : say('stillRuns'), rehearsal ? say('rehearsalMark') : ''].filter((word) => word !== '').join(', '),
      ),
    ]);
    const head = [say('district'), say('code'), say('participants'), say('ballots'), say('status')];
    return table(head, rows, [4, 2, 2, 2, 3]);
  }

  #heat(): Table {
    const { themes, districts } = this.#rollUp;
    const say = this.#say;
    const head = [say('theme'), ...districts.map(({ place }) => place)];
    const rows = themes.map(({ theme, votes }) => [
      plain(theme.name[say.locale]),
      ...votes.map((own, at) => plain(shareCell(own, districts[at]?.votes ?? 0))),
    ]);
    const heat = themes.map(({ shares }) => [null, ...shares.map((share) => heatOf(share, this.#hottest.theme))]);
    return { ...table(head, rows, [4, ...districts.map(() => 1.5)], 1), heat };
  }

  #theme({ theme, common, particular }: RollUpTheme): readonly Block[] {
    const say = this.#say;
    return [
      heading(1, theme.name[say.locale]),
      heading(2, say('common')),
      ...(common.length === 0
        ? [paragraph(say('noneCommon'), 'italics')]
        : [paragraph(say('commonHow'), 'soft'), this.#common(common), ...this.#groups(common)]),
      ...(particular.length === 0
        ? []
        : [heading(2, say('particular')), paragraph(say('particularHow'), 'soft'), this.#particular(particular)]),
    ];
  }

  #common(common: readonly RollUpRow[]): Table {
    const { districts } = this.#rollUp;
    const head = [this.#say('priority'), ...districts.map(({ place }) => place)];
    const rows = common.map((row) => [
      [...this.#words(row.heading), { note: this.#note(row) }],
      ...row.cells.map((cell, at) =>
        plain(
          cell === null ? '–' : `${priorityCell(cell, districts[at]?.votes ?? 0, this.#say)}${cell.isGoal ? ' *' : ''}`,
        ),
      ),
    ]);
    const heat = common.map(({ cells }) => [null, ...cells.map((cell) => heatOf(cell?.share, this.#hottest.priority))]);
    return { ...table(head, rows, [4, ...districts.map(() => 1.5)], 1), heat };
  }

  #groups(common: readonly RollUpRow[]): readonly Block[] {
    const { groups } = this.#rollUp;
    const say = this.#say;
    const head = [say('priority'), ...groups.map(({ name }) => name[say.locale])];
    const rows = common.map((row) => [
      this.#words(row.heading),
      ...groups.map(({ id }) => plain(groupCell(row.byGroup[id], say))),
    ]);
    return [
      paragraph(`${say('groupsTitle')}. ${say('groupsHow')}`, 'soft'),
      table(head, rows, [3, ...groups.map(() => 2.6)], 1),
    ];
  }

  #particular(particular: readonly RollUpRow[]): Table {
    const say = this.#say;
    const { districts } = this.#rollUp;
    const filled = particular.flatMap(({ cells, heading }) =>
      cells.flatMap((cell, at) => (cell === null ? [] : [{ district: districts[at], heading, cell }])),
    );
    const head = [say('district'), say('priority'), say('share'), say('goal')];
    const rows = filled.map(({ district, heading, cell }) => [
      plain(district?.place ?? ''),
      cell.reads === undefined ? this.#words(heading) : [...this.#words(heading), { note: this.#sinceNote(cell) }],
      plain(priorityCell(cell, district?.votes ?? 0, say)),
      plain(cell.isGoal ? '*' : ''),
    ]);
    const heat = filled.map(({ cell }) => [null, null, heatOf(cell.share, this.#hottest.priority), null]);
    return { ...table(head, rows, [2.5, 6, 2.2, 1.4], 2), heat };
  }

  /** How each district worded what is one here. */
  #note({ cells }: RollUpRow): number {
    this.notes.push(
      cells.flatMap((cell, at) =>
        cell === null
          ? []
          : [
              [...plain(`${this.#rollUp.districts[at]?.place ?? ''}: `), ...this.#words(cell.heading)],
              ...(cell.reads === undefined ? [] : [readsSinceRuns(cell, this.#say)]),
            ],
      ),
    );
    return this.notes.length;
  }

  /** That a goal reads otherwise than it was judged, or voted on. */
  #sinceNote(cell: RollUpCell): number {
    this.notes.push([readsSinceRuns(cell, this.#say)]);
    return this.notes.length;
  }

  #words(text: OwnText): Runs {
    return ownWords(text, this.#say.locale);
  }
}
