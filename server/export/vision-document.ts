// The draft vision of one session as a document.
import { type Chapter, isEmptyChapter } from '../engine/draft/chapters';
import { wordingIn } from '../engine/draft/wording';
import type { LineView } from '../engine/views';
import { AGREEMENT_LEVELS, type LineId, type Locale, type OwnText, type ThemeId } from '../engine/vocabulary';
import { pictureOf } from '../protocol/picture';
import { voteBars } from './bars';
import {
  type Block,
  heading,
  ownWords,
  type PaperDocument,
  paragraph,
  plain,
  type Run,
  type Runs,
  type Style,
  type Table,
} from './document';
import { becameOf, earlierWording } from './earlier-words';
import { dissentTexts, openReason } from './judgement-words';
import { noteOf, openWording, type Part, relationsOf, tracesOf } from './line-words';
import type { Report, ReportOpenPoint } from './report';
import type { ReportVote } from './report-votes';
import { isSplitHidden } from './trace-words';
import { cellOf, measuresOf, methodWord, reasonText, ruleWord, warningsOf, weightsWord } from './vote-tables';
import { type Words, wordsIn } from './words';

export function buildVisionDocument(report: Report, locale: Locale): PaperDocument {
  const say = wordsIn(locale);
  const writer = new Writer(report, say);
  const blocks = writer.blocks();
  return {
    title: report.title[locale],
    locale,
    reference: `${report.code} ${report.log.closingHash}`,
    words: {
      notes: say('notes'),
      notesIntro: [say('ownOrigin'), ...(writer.withholds ? [say('withheldNote', { withheld: say('withheld') })] : [])],
      missingLetters: say('missingLetters'),
    },
    blocks,
    notes: writer.notes,
  };
}

const bullet = (runs: Runs): Block => ({ kind: 'bullet', runs });

class Writer {
  readonly notes: (readonly Runs[])[] = [];
  /** A figure of some group is withheld in a note. */
  withholds = false;
  readonly #report: Report;
  readonly #say: Words;
  readonly #lines: ReadonlyMap<LineId, LineView>;
  /** Of the lines that were told already: an action may stand under two goals. */
  readonly #noteNumbers = new Map<LineId, number>();

  constructor(report: Report, say: Words) {
    this.#report = report;
    this.#say = say;
    this.#lines = new Map(report.lines.map(({ line }) => [line.id, line]));
  }

  blocks(): readonly Block[] {
    return [
      ...this.#front(),
      ...this.#report.themes.flatMap((theme, at) => this.#theme(theme, at)),
      ...this.#since(),
      ...this.#open(),
      ...this.#decisions(),
      ...this.#agreement(),
      ...this.#signatures(),
      ...this.#log(),
    ];
  }

  #front(): readonly Block[] {
    const { title, code, phase, rehearsal, date, groups, joined, joinedByGroup } = this.#report;
    const say = this.#say;
    const people = groups.map(({ id, name }) => [plain(name[say.locale]), plain(joinedByGroup[id] ?? 0)]);
    return [
      ...this.#logos(),
      { kind: 'title', text: title[say.locale] },
      ...this.#organisations(),
      paragraph(new Intl.DateTimeFormat(say.locale, { dateStyle: 'long' }).format(date)),
      paragraph(say(phase === 'ended' ? 'ended' : 'live'), 'italics'),
      ...(rehearsal ? [paragraph(say('rehearsal'), 'bold')] : []),
      paragraph(`${say('code')}: ${code}`),
      table(
        [say('participants'), say('people')],
        [...people, [plain(say('total'), 'bold'), plain(joined, 'bold')]],
        [5, 1],
        1,
      ),
      { kind: 'contents', title: say('contents') },
    ];
  }

  #logos(): readonly Block[] {
    const logos = this.#report.organisations.flatMap(({ name, logo = '' }) => {
      const picture = pictureOf(logo);
      return picture === undefined ? [] : [{ name: name[this.#say.locale], picture }];
    });
    return logos.length === 0 ? [] : [{ kind: 'logos', logos }];
  }

  #organisations(): readonly Block[] {
    const say = this.#say;
    return (['organiser', 'funder'] as const).flatMap((role) => {
      const names = this.#report.organisations.filter((one) => one.role === role).map(({ name }) => name[say.locale]);
      return names.length === 0 ? [] : [paragraph(`${say(role)}: ${names.join('; ')}`)];
    });
  }

  #theme(chapter: Chapter, at: number): readonly Block[] {
    const { theme, needs, goals, steps } = chapter;
    const say = this.#say;
    const title = plain(`${at + 1}. ${theme.name[say.locale]}`);
    const list = (lines: readonly LineView[]) =>
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
        ...this.#judgement(line).map((sentence) => paragraph(sentence, 'soft')),
        actions.length + linked.length > 0
          ? this.#actions([...actions, ...linked])
          : paragraph(say('noActions'), 'italics'),
      ]),
      ...(steps.length > 0 ? [heading(2, say('steps')), ...list(steps)] : []),
    ];
  }

  #judgedAsWhole(themeId: ThemeId): readonly Block[] {
    const endorsement = this.#report.judgedThemes[themeId];
    return endorsement === undefined ? [] : this.#judgement({ endorsement }).map((words) => paragraph(words, 'soft'));
  }

  /** The wording, its language where that is not the document's, and its note, if a note could tell more than the line. */
  #line(line: LineView): Runs {
    const words = this.#words(wordingIn(line, this.#say.locale));
    const told = this.#noteNumbers.get(line.id);
    if (told !== undefined) return [...words, { note: told }];
    const note = noteOf(line, this.#report.groups, this.#say);
    if (note === undefined) return words;
    this.notes.push(note.map((part) => this.#part(part)));
    this.withholds ||= tracesOf(line).some((trace) => isSplitHidden(trace, this.#report.groups, this.#say));
    this.#noteNumbers.set(line.id, this.notes.length);
    return [...words, { note: this.notes.length }];
  }

  /** After the wording, in the same paragraph. */
  #relations(line: LineView): Runs {
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

  #judgement({ endorsement }: Pick<LineView, 'endorsement'>): readonly string[] {
    if (endorsement?.supportPercent === undefined) return [];
    const { supportPercent: percent, given, mark, dissent } = endorsement;
    const say = this.#say;
    const support = `${say('agreement')}: ${say('supportOf', { percent, given })}`;
    return [
      mark === undefined ? support : `${say(mark)}. ${support}`,
      ...dissentTexts(dissent, this.#report.groups, say),
    ];
  }

  #actions(actions: readonly LineView[]): Table {
    const say = this.#say;
    const named = (fact: string, gap: 'action_without_who' | 'action_without_date', { lang }: OwnText): Runs =>
      fact === '' ? plain(say(gap), 'soft') : [{ text: fact, lang }];
    const rows = actions.map((line): readonly Runs[] => {
      const { who = '', byWhen = '', means = '', sign = '' } = line.action ?? {};
      return [
        [...this.#line(line), ...this.#relations(line)],
        named(who, 'action_without_who', line.text),
        named(byWhen, 'action_without_date', line.text),
        [{ text: means, lang: line.text.lang }],
        [{ text: sign, lang: line.text.lang }],
        plain(this.#judgement(line).join('. ')),
      ];
    });
    const head = [say('what'), say('who'), say('byWhen'), say('means'), say('sign'), say('agreement')];
    return table(head, rows, [5, 3.2, 2.6, 3, 3.5, 3.7]);
  }

  /** What became of the vision this one goes on from. */
  #since(): readonly Block[] {
    const { earlier } = this.#report;
    const say = this.#say;
    if (earlier === undefined) return [];
    const { title, date, code, closingHash: hash, lines } = earlier;
    const rows = lines.map((line): readonly Runs[] => {
      const isGoal = line.kind === 'goal';
      const words = this.#words(earlierWording(line, say.locale));
      const facts = [line.who ?? '', line.byWhen ?? ''].filter((fact) => fact !== '').join(' · ');
      return [
        isGoal ? words.map((run): Run => ({ style: 'bold', ...run })) : [{ text: '– ' }, ...words],
        [{ text: facts, lang: line.text.lang }],
        plain(becameOf(line, say), isGoal ? 'soft' : 'plain'),
      ];
    });
    const day = new Intl.DateTimeFormat(say.locale, { dateStyle: 'long' }).format(date);
    return [
      heading(1, say('sinceTitle')),
      paragraph(say('sinceHow', { title: title[say.locale], date: day, code, hash }), 'soft'),
      table([say('line'), `${say('who')} · ${say('byWhen')}`, say('becameOf')], rows, [7, 4, 3]),
    ];
  }

  #open(): readonly Block[] {
    const { open } = this.#report;
    const say = this.#say;
    if (open.length === 0) return [];
    // A line that is open for two reasons is told once.
    const reasons = new Map<string, { readonly point: ReportOpenPoint; readonly why: string[] }>();
    for (const point of open) {
      const key = JSON.stringify([point.theme, point.line ?? point.text]);
      const known = reasons.get(key) ?? { point, why: [] };
      known.why.push(openReason(point.reason, say));
      reasons.set(key, known);
    }
    const rows = [...reasons.values()].map(({ point, why }) => [
      plain(point.theme[say.locale]),
      this.#words(openWording(point, this.#report.lines, say)),
      plain(why.join('; ')),
    ]);
    return [heading(1, say('openTitle')), table([say('theme'), say('line'), say('why')], rows, [3, 5, 4])];
  }

  #decisions(): readonly Block[] {
    const { votes } = this.#report;
    if (votes.length === 0) return [];
    return [heading(1, this.#say('decisions')), ...votes.flatMap((vote) => this.#decision(vote))];
  }

  #decision(vote: ReportVote): readonly Block[] {
    const say = this.#say;
    const { groups } = this.#report;
    const { method, rule, places } = vote.settings;
    const nameOf = (id: string): string => groups.find((group) => group.id === id)?.name[say.locale] ?? '';
    const both = vote.options.some(({ mostSupported, fairShare }) => mostSupported ?? fairShare);
    const chosen = vote.options.map((option) => [
      plain(option.place ?? ''),
      this.#words(option.heading),
      ...(both
        ? [plain(reasonText(option.mostSupported, say)), plain(reasonText(option.fairShare, say))]
        : [plain(option.rank)]),
    ]);
    const figures = vote.options.flatMap((option) =>
      measuresOf(option, method, say).map(({ name, all, byGroup, bounds }) => [
        this.#words(option.heading),
        plain(name),
        plain(all),
        ...groups.map(({ id }) => plain(byGroup === undefined ? '' : cellOf(byGroup, bounds, id, say))),
      ]),
    );
    const bars = voteBars(vote, groups, say);
    return [
      heading(2, vote.title[say.locale]),
      paragraph(
        say('decidedBy', {
          method: methodWord(method, say),
          rule: ruleWord(rule, say),
          places,
          weights: weightsWord(vote, say),
          ballots: vote.ballots,
          joined: vote.joined,
        }),
      ),
      ...warningsOf(vote, nameOf, say).map((warning) => paragraph(warning, 'italics')),
      ...(bars === undefined ? [] : [{ kind: 'bars' as const, ...bars }]),
      both
        ? table([say('place'), say('priority'), say('mostSupported'), say('fairShare')], chosen, [1, 5, 3, 3])
        : table([say('place'), say('priority'), say('rank')], chosen, [1, 8, 1]),
      table(
        [say('priority'), say('measure'), say('everybody'), ...groups.map(({ name }) => name[say.locale])],
        figures,
        [3.4, 2, 1.7, ...groups.map(() => 2.4)],
        2,
      ),
    ];
  }

  #agreement(): readonly Block[] {
    const { endorsements } = this.#report;
    if (endorsements.length === 0) return [];
    const say = this.#say;
    const rows = endorsements.map(({ line, result }) => [
      this.#words(wordingIn(line, say.locale)),
      ...result.counts.map((count) => plain(count)),
      plain(result.given),
      plain(result.supportPercent ?? '–'),
    ]);
    return [
      heading(1, say('agreementTitle')),
      paragraph(say('agreementHow')),
      paragraph(AGREEMENT_LEVELS.map((level) => `${level} – ${say.level(level)}`).join(' · '), 'soft'),
      table(
        [say('line'), ...AGREEMENT_LEVELS.map(String), say('given'), say('support')],
        rows,
        [7, ...AGREEMENT_LEVELS.map(() => 1), 2.6, 2.2],
        1,
      ),
    ];
  }

  #signatures(): readonly Block[] {
    const say = this.#say;
    const rows = this.#report.groups.map(({ name }) => [plain(name[say.locale]), plain(''), plain(''), plain('')]);
    return [
      { kind: 'heading', level: 1, runs: plain(say('signatures')), newPage: true },
      paragraph(say('signaturesHow')),
      { ...table([say('group'), say('name'), say('signature'), say('date')], rows, [4, 4, 3, 2]), isForm: true },
    ];
  }

  #log(): readonly Block[] {
    const { count, closingHash } = this.#report.log;
    return [paragraph(`${this.#say('log', { count })} ${closingHash}`, 'soft'), paragraph(this.#say('verify'), 'soft')];
  }
}

function table(
  head: readonly string[],
  rows: readonly (readonly Runs[])[],
  widths: readonly number[],
  numbersFrom = Number.POSITIVE_INFINITY,
): Table {
  return { kind: 'table', head, rows, widths, numbersFrom };
}
