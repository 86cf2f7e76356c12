// The themes of a vision: where we stand, goals with their actions, steps; each line with a note down to ideas and votes.
import { type Chapter, isEmptyChapter } from '../../engine/draft/chapters';
import { wordingIn } from '../../engine/draft/wording';
import type { ReaderLine } from '../../engine/views';
import type { LineId, OwnText, ThemeId } from '../../engine/vocabulary';
import { type Block, heading, ownWords, paragraph, plain, type Runs, type Style, type Table, table } from '../document';
import { judgementParts } from '../judgement-words';
import { noteOf, relationsOf } from '../line-words';
import type { Part } from '../part';
import type { Report } from '../report';
import type { Words } from '../words';

const bullet = (runs: Runs): Block => ({ kind: 'bullet', runs });

/** Writes the themes and gathers the notes of their lines. */
export class Chapters {
  readonly notes: (readonly Runs[])[] = [];
  readonly #report: Report;
  readonly #say: Words;
  readonly #lines: ReadonlyMap<LineId, ReaderLine>;
  /** Of the lines that were told already: an action may stand under two goals. */
  readonly #noteNumbers = new Map<LineId, number>();

  constructor(report: Report, say: Words) {
    this.#report = report;
    this.#say = say;
    this.#lines = new Map(report.lines.map(({ line }) => [line.id, line]));
  }

  blocks(): readonly Block[] {
    return this.#report.themes.flatMap((theme, at) => this.#theme(theme, at));
  }

  #theme(chapter: Chapter, at: number): readonly Block[] {
    const { theme, needs, goals, steps } = chapter;
    const say = this.#say;
    const title = plain(`${at + 1}. ${theme.name[say.locale]}`);
    const list = (lines: readonly ReaderLine[]) =>
      lines.map((line) => bullet([...this.#line(line), ...this.#relations(line)]));
    return [
      { kind: 'heading', level: 1, runs: title, ...(at === 0 ? { newPage: true as const } : {}) },
      ...this.#judgedAsWhole(theme.id),
      ...(isEmptyChapter(chapter) ? [paragraph(say('nothing'), 'italics')] : []),
      ...(needs.length > 0 ? [heading(2, say('today')), ...list(needs)] : []),
      ...(goals.length > 0 ? [heading(2, say('goals'))] : []),
      ...goals.flatMap(({ line, actions, linked }, place): readonly Block[] => [
        { kind: 'heading', level: 3, runs: [{ text: `${at + 1}.${place + 1}. ` }, ...this.#line(line)] },
        ...relationsOf(line, this.#lines, say).map((part): Block => ({ kind: 'paragraph', runs: this.#part(part) })),
        ...this.#judgement(line.endorsement),
        actions.length + linked.length > 0
          ? this.#actions([...actions, ...linked])
          : paragraph(say('noActions'), 'italics'),
      ]),
      ...(steps.length > 0 ? [heading(2, say('steps')), ...list(steps)] : []),
    ];
  }

  #judgedAsWhole(themeId: ThemeId): readonly Block[] {
    const endorsement = this.#report.judgedThemes[themeId];
    return this.#judgement(endorsement);
  }

  /** The wording, its language where that is not the document's, and its note, if a note could tell more than the line. */
  #line(line: ReaderLine): Runs {
    const words = this.#words(wordingIn(line, this.#say.locale));
    const told = this.#noteNumbers.get(line.id);
    if (told !== undefined) return [...words, { note: told }];
    const note = noteOf(line, this.#report.groups, this.#say);
    if (note === undefined) return words;
    this.notes.push(note.map((part) => this.#part(part)));
    this.#noteNumbers.set(line.id, this.notes.length);
    return [...words, { note: this.notes.length }];
  }

  /** After the wording, in the same paragraph. */
  #relations(line: ReaderLine): Runs {
    return relationsOf(line, this.#lines, this.#say).flatMap((part) => [
      { text: ' · ', style: 'soft' },
      ...this.#part(part, 'soft'),
    ]);
  }

  #part(part: Part, style: Style = 'plain'): Runs {
    if ('sentence' in part) return plain(part.sentence, style);
    const texts = part.texts.flatMap((text, at): Runs => [...(at === 0 ? [] : plain('; ')), ...this.#words(text)]);
    return [...plain(`${part.title}: `, style), ...texts];
  }

  #words(text: OwnText): Runs {
    return ownWords(text, this.#say.locale);
  }

  #judgement(endorsement: ReaderLine['endorsement']): readonly Block[] {
    const parts = judgementParts(endorsement, this.#report.groups, this.#say);
    return parts.map((part) => ({ kind: 'paragraph', runs: this.#part(part, 'soft') }));
  }

  #judgementCell(endorsement: ReaderLine['endorsement']): Runs {
    const parts = judgementParts(endorsement, this.#report.groups, this.#say);
    const ends = (part: Part | undefined) => part === undefined || ('sentence' in part && part.sentence.endsWith('.'));
    return parts.flatMap(
      (part, at): Runs => [...(at === 0 ? [] : plain(ends(parts[at - 1]) ? ' ' : '. ')), ...this.#part(part)],
    );
  }

  #actions(actions: readonly ReaderLine[]): Table {
    const say = this.#say;
    const rows = actions.map((line): readonly Runs[] => {
      const { lang } = line.text;
      // The mark of the wording speaks for its row; where that is a translation, each cell says it for itself.
      const isTranslated = wordingIn(line, say.locale) !== line.text;
      const fact = (text: string): Runs =>
        isTranslated && text !== '' ? ownWords({ text, lang }, say.locale) : [{ text, lang }];
      const named = (text: string, gap: 'action_without_who' | 'action_without_date'): Runs =>
        text === '' ? plain(say(gap), 'soft') : fact(text);
      const { who = '', byWhen = '', means = '', sign = '' } = line.action ?? {};
      return [
        [...this.#line(line), ...this.#relations(line)],
        named(who, 'action_without_who'),
        named(byWhen, 'action_without_date'),
        fact(means),
        fact(sign),
        this.#judgementCell(line.endorsement),
      ];
    });
    const head = [say('what'), say('who'), say('byWhen'), say('means'), say('sign'), say('agreement')];
    return table(head, rows, [5, 3.2, 2.6, 3, 3.5, 3.7]);
  }
}
