// The draft vision as Markdown. People's words are escaped, so that any reader of Markdown shows them as they were typed.
import { type Chapter, isEmptyChapter } from '../engine/draft/chapters';
import { wordingIn } from '../engine/draft/wording';
import type { LineView } from '../engine/views';
import { AGREEMENT_LEVELS, type LineId, type Locale, type OwnText } from '../engine/vocabulary';
import { dissentTexts, openReason } from './judgement-words';
import { noteOf, openWording, type Part, relationsOf, tracesOf } from './line-words';
import type { Report } from './report';
import type { ReportVote } from './report-votes';
import { isSplitHidden } from './trace-words';
import { measuresOf, methodWord, reasonText, ruleWord, warningsOf, weightsWord } from './vote-tables';
import { type Words, wordsIn } from './words';

/** Everything that could start markup, HTML, an entity, a link, mathematics or a table cell in CommonMark and its dialects. */
const MARKUP = /[\\`*_{}[\]<>|~&#$^@!]/g;
/** Marks that count only where a block begins. */
const BLOCK_START = /^(\s*(?:\d+(?=[.)]))?)([-+=:.)])/;
/** Bare addresses, which GitHub and others turn into links. */
const BARE_LINK = /:(?=\/\/)|(?<=\bwww)\.|(?<=\b(?:mailto|xmpp)):/gi;

export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(MARKUP, '\\$&')
    .replace(BARE_LINK, '\\$&')
    .replace(BLOCK_START, '$1\\$2');
}

export function renderMarkdown(report: Report, locale: Locale): string {
  return new Draft(report, wordsIn(locale)).render();
}

class Draft {
  readonly #report: Report;
  readonly #say: Words;
  readonly #lines: ReadonlyMap<LineId, LineView>;
  /** Lines whose origin is told at the end, in the order they are met; an action may stand under two goals. */
  readonly #notes = new Map<LineView, { readonly number: number; readonly note: readonly Part[] }>();

  constructor(report: Report, say: Words) {
    this.#report = report;
    this.#say = say;
    this.#lines = new Map(report.lines.map(({ line }) => [line.id, line]));
  }

  render(): string {
    const blocks = [
      ...this.#head(),
      ...this.#report.themes.flatMap((theme, at) => this.#theme(theme, at + 1)),
      ...this.#open(),
      ...this.#decisions(),
      ...this.#agreement(),
      ...this.#origins(),
      ...this.#log(),
    ];
    return `${blocks.join('\n\n')}\n`;
  }

  #head(): readonly string[] {
    const { title, code, phase, rehearsal, date, groups, joined, joinedByGroup } = this.#report;
    const say = this.#say;
    const day = new Intl.DateTimeFormat(say.locale, { dateStyle: 'long' }).format(date);
    const people = groups.map(({ id, name }) => [escapeMarkdown(name[say.locale]), String(joinedByGroup[id] ?? 0)]);
    return [
      `# ${escapeMarkdown(title[say.locale])}`,
      `*${say(phase === 'ended' ? 'ended' : 'live')}*`,
      ...(rehearsal ? [`**${say('rehearsal')}**`] : []),
      `${say('code')}: **${code}** · ${say('date')}: ${day}`,
      table([say('participants'), say('people')], [...people, [`**${say('total')}**`, `**${joined}**`]], 1),
    ];
  }

  #theme(chapter: Chapter, number: number): readonly string[] {
    const { theme, needs, goals, steps } = chapter;
    const say = this.#say;
    const list = (lines: readonly LineView[]) => lines.map((line) => `- ${this.#withRelations(line)}`).join('\n');
    return [
      `## ${number}. ${escapeMarkdown(theme.name[say.locale])}`,
      ...(isEmptyChapter(chapter) ? [say('nothing')] : []),
      ...(needs.length > 0 ? [`### ${say('today')}`, list(needs)] : []),
      ...(goals.length > 0 ? [`### ${say('goals')}`] : []),
      ...goals.flatMap(({ line, actions, linked }, at) => [
        `#### ${number}.${at + 1}. ${this.#line(line)}`,
        ...relationsOf(line, this.#lines, say).map((part) => this.#part(part)),
        ...(line.endorsement === undefined ? [] : [`${say('agreement')}: ${this.#support(line)}`]),
        actions.length + linked.length > 0 ? this.#actions([...actions, ...linked]) : `*${say('noActions')}*`,
      ]),
      ...(steps.length > 0 ? [`### ${say('steps')}`, list(steps)] : []),
    ];
  }

  #actions(actions: readonly LineView[]): string {
    const say = this.#say;
    const judged = actions.some(({ endorsement }) => endorsement !== undefined);
    const head = [say('what'), say('who'), say('byWhen'), say('means'), say('sign')];
    const rows = actions.map((line) => {
      const { who = '', byWhen = '', means = '', sign = '' } = line.action ?? {};
      const cells = [this.#withRelations(line), ...[who, byWhen, means, sign].map(escapeMarkdown)];
      return judged ? [...cells, this.#support(line)] : cells;
    });
    return table(judged ? [...head, say('agreement')] : head, rows);
  }

  /** The wording with its language, where that is not the document's, and the number of its note, if it needs one. */
  #line(line: LineView): string {
    const wording = this.#own(wordingIn(line, this.#say.locale));
    const note = noteOf(line, this.#report.groups, this.#say);
    if (note === undefined) return wording;
    const { number } = this.#notes.get(line) ?? { number: this.#notes.size + 1 };
    this.#notes.set(line, { number, note });
    return `${wording} \\[${number}\\]`;
  }

  #withRelations(line: LineView): string {
    const relations = relationsOf(line, this.#lines, this.#say).map((part) => this.#part(part));
    return [this.#line(line), ...relations].join(' · ');
  }

  #part(part: Part): string {
    return 'sentence' in part
      ? escapeMarkdown(part.sentence)
      : `${part.title}: ${part.texts.map((text) => this.#own(text)).join('; ')}`;
  }

  #own({ text, lang }: OwnText): string {
    return lang === this.#say.locale ? escapeMarkdown(text) : `${escapeMarkdown(text)} *(${lang})*`;
  }

  #support({ endorsement }: LineView): string {
    if (endorsement?.supportPercent === undefined) return '–';
    const { supportPercent: percent, given, mark, dissent } = endorsement;
    return [
      ...(mark === undefined ? [] : [this.#say(mark)]),
      this.#say('supportOf', { percent, given }),
      ...dissentTexts(dissent, this.#report.groups, this.#say).map(escapeMarkdown),
    ].join(' · ');
  }

  /** What the vision leaves open, by theme. */
  #open(): readonly string[] {
    const { open } = this.#report;
    if (open.length === 0) return [];
    const say = this.#say;
    const points = open.map(
      (point) =>
        `- ${escapeMarkdown(point.theme[say.locale])}: ${this.#own(openWording(point, this.#report.lines, say))} – *${openReason(point.reason, say)}*`,
    );
    return [`## ${say('openTitle')}`, points.join('\n')];
  }

  /** Of every revealed vote: how it was decided, what was selected and why, and what else was measured. */
  #decisions(): readonly string[] {
    const { votes } = this.#report;
    return votes.length === 0 ? [] : [`## ${this.#say('decisions')}`, ...votes.flatMap((vote) => this.#decision(vote))];
  }

  #decision(vote: ReportVote): readonly string[] {
    const say = this.#say;
    const { places } = vote.settings;
    const both = vote.options.some(({ mostSupported, fairShare }) => mostSupported ?? fairShare);
    const names =
      vote.options[0] === undefined
        ? []
        : measuresOf(vote.options[0], vote.settings.method, say).map(({ name }) => name);
    const rows = vote.options.map((option) => [
      option.place === undefined ? '' : String(option.place),
      this.#own(option.heading),
      ...(both ? [reasonText(option.mostSupported, say), reasonText(option.fairShare, say)] : []),
      ...measuresOf(option, vote.settings.method, say).map(({ all }) => String(all)),
    ]);
    const head = [say('place'), say('priority'), ...(both ? [say('mostSupported'), say('fairShare')] : [])];
    const nameOf = (id: string): string => this.#report.groups.find((group) => group.id === id)?.name[say.locale] ?? '';
    return [
      `### ${escapeMarkdown(vote.title[say.locale])}`,
      say('decidedBy', {
        method: methodWord(vote.settings.method, say),
        rule: ruleWord(vote.settings.rule, say),
        places,
        weights: weightsWord(vote, say),
        ballots: vote.ballots,
        joined: vote.joined,
      }),
      ...warningsOf(vote, nameOf, say).map((warning) => `*${escapeMarkdown(warning)}*`),
      table([...head, ...names.map(escapeMarkdown)], rows, head.length),
    ];
  }

  #agreement(): readonly string[] {
    const { endorsements } = this.#report;
    if (endorsements.length === 0) return [];
    const say = this.#say;
    const head = [say('line'), ...AGREEMENT_LEVELS.map(String), say('given'), say('support'), say('against')];
    const rows = endorsements.map(({ line, result }) => [
      this.#own(wordingIn(line, say.locale)),
      ...result.counts.map(String),
      String(result.given),
      result.supportPercent === undefined ? '–' : String(result.supportPercent),
      String(result.against),
    ]);
    const levels = AGREEMENT_LEVELS.map((level) => `${level} – ${say.level(level)}`).join(' · ');
    return [`## ${say('agreementTitle')}`, say('agreementHow'), levels, table(head, rows, 1)];
  }

  #origins(): readonly string[] {
    if (this.#notes.size === 0) return [];
    const say = this.#say;
    const traces = [...this.#notes.keys()].flatMap(tracesOf);
    const withheld = traces.some((trace) => isSplitHidden(trace, this.#report.groups, say));
    return [
      `## ${say('notes')}`,
      say('ownOrigin'),
      ...(withheld ? [say('withheldNote', { withheld: say('withheld') })] : []),
      [...this.#notes.values()].map(({ number, note }) => this.#note(number, note)).join('\n'),
    ];
  }

  #note(number: number, [first, ...others]: readonly Part[]): string {
    // Nested items stand under the first letter after the number, or they would start a list of their own.
    const indent = ' '.repeat(`${number}. `.length);
    const head = first === undefined ? '' : this.#part(first);
    return [`${number}. ${head}`, ...others.map((part) => `${indent}- ${this.#part(part)}`)].join('\n');
  }

  #log(): readonly string[] {
    const { count, closingHash } = this.#report.log;
    return ['---', `${this.#say('log', { count })} \`${closingHash}\``];
  }
}

/** Columns from `numbersFrom` on are figures and stand to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[], numbersFrom = Infinity): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (at >= numbersFrom ? '---:' : '---'));
  return [row(head), row(rule), ...rows.map(row)].join('\n');
}
