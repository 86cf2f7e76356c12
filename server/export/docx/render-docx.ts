// The vision as the Word file people take home, edit and sign: headings, contents, tables, footnotes, signature page.
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TableOfContents,
  TextRun,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import type { LineView } from '../../engine/views';
import { AGREEMENT_LEVELS, type Locale } from '../../engine/vocabulary';
import { dissentTexts, openReason } from '../judgement-words';
import type { Report, ReportTheme } from '../report';
import type { ReportVote } from '../report-votes';
import { cellOf, measuresOf, methodWord, reasonText, ruleWord, warningsOf, weightsWord } from '../vote-tables';
import { type Words, wordsIn } from '../words';
import { xmlText } from '../xml-text';
import {
  type Block,
  bullet,
  type Content,
  heading,
  paragraph,
  space,
  table,
  text,
  WORD_LANGUAGE,
  words,
} from './blocks';
import { LineNotes } from './line-notes';

/** Bytes of the file. */
export async function renderDocx(report: Report, locale: Locale): Promise<Uint8Array> {
  const say = wordsIn(locale);
  const paper = new Paper(report, say);
  const children = paper.blocks();
  const title = xmlText(report.title[locale]);
  const document = new Document({
    title,
    creator: 'Eles',
    description: report.log.closingHash,
    // Carlito has the same widths: the file breaks its pages alike in Word and in LibreOffice.
    styles: stylesIn(locale),
    pageNumbers: estimatePageNumbers,
    footnotes: paper.footnotes,
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 } },
        },
        footers: { default: footer(title) },
        children: [...children],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function stylesIn(locale: Locale) {
  const font = 'Calibri';
  const lake = '0B5563';
  return {
    default: {
      document: { run: { font, size: 22, language: { value: WORD_LANGUAGE[locale] } } },
      title: { run: { font, size: 56, bold: true, color: lake }, paragraph: { spacing: { before: 2400, after: 240 } } },
      heading1: {
        run: { font, size: 32, bold: true, color: lake },
        paragraph: { spacing: { before: 480, after: 160 } },
      },
      heading2: { run: { font, size: 26, bold: true }, paragraph: { spacing: { before: 280, after: 120 } } },
      heading3: { run: { font, size: 23, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } },
    },
    paragraphStyles: [{ id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { size: 19 } }],
  };
}

function footer(title: string): Footer {
  const children = [
    text(`${title} · `, { soft: true }),
    new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
  ];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}

class Paper {
  readonly #report: Report;
  readonly #say: Words;
  readonly #notes: LineNotes;

  constructor(report: Report, say: Words) {
    this.#report = report;
    this.#say = say;
    this.#notes = new LineNotes(report, say);
  }

  get footnotes(): LineNotes['footnotes'] {
    return this.#notes.footnotes;
  }

  blocks(): readonly (Block | TableOfContents)[] {
    return [
      ...this.#front(),
      ...this.#report.themes.flatMap((theme, at) => this.#theme(theme, at)),
      ...this.#open(),
      ...this.#decisions(),
      ...this.#agreement(),
      ...this.#signatures(),
      ...this.#log(),
    ];
  }

  #front(): readonly (Block | TableOfContents)[] {
    const { title, code, phase, rehearsal, date, groups, joined, joinedByGroup } = this.#report;
    const say = this.#say;
    const day = new Intl.DateTimeFormat(say.locale, { dateStyle: 'long' }).format(date);
    const people = groups.map(({ id, name }) => [name[say.locale], joinedByGroup[id] ?? 0]);
    return [
      new Paragraph({ style: 'Title', children: [text(title[say.locale])] }),
      paragraph(day),
      paragraph(say(phase === 'ended' ? 'ended' : 'live'), { italics: true }),
      ...(rehearsal ? [paragraph(say('rehearsal'), { bold: true })] : []),
      paragraph(`${say('code')}: ${code}`),
      space(),
      table([say('participants'), say('people')], [...people, [say('total'), joined]], {
        numbersFrom: 1,
        widths: [5, 1],
      }),
      new Paragraph({
        pageBreakBefore: true,
        spacing: { after: 160 },
        children: [text(say('contents'), { bold: true })],
      }),
      new TableOfContents(say('contents'), { hyperlink: true, headingStyleRange: '1-2' }),
    ];
  }

  #theme({ theme, needs, goals, steps }: ReportTheme, at: number): readonly Block[] {
    const say = this.#say;
    const isEmpty = needs.length + goals.length + steps.length === 0;
    const list = (lines: readonly LineView[]) => lines.map((line) => bullet(this.#line(line)));
    return [
      heading(1, `${at + 1}. ${theme.name[say.locale]}`, at === 0),
      ...(isEmpty ? [paragraph(say('nothing'), { italics: true })] : []),
      ...(needs.length > 0 ? [heading(2, say('today')), ...list(needs)] : []),
      ...(goals.length > 0 ? [heading(2, say('goals'))] : []),
      ...goals.flatMap(({ line, actions }, place) => [
        heading(3, [text(`${at + 1}.${place + 1}. `), ...this.#line(line)]),
        ...this.#judgement(line).map((sentence) => paragraph(sentence, { soft: true })),
        ...(actions.length > 0 ? [this.#actions(actions), space()] : [paragraph(say('noActions'), { italics: true })]),
      ]),
      ...(steps.length > 0 ? [heading(2, say('steps')), ...list(steps)] : []),
    ];
  }

  #line(line: LineView): readonly ParagraphChild[] {
    return [...words(line.text, this.#say.locale), ...this.#notes.of(line)];
  }

  #judgement({ endorsement }: LineView): readonly string[] {
    if (endorsement?.supportPercent === undefined) return [];
    const { supportPercent: percent, given, mark, dissent } = endorsement;
    const say = this.#say;
    const support = `${say('agreement')}: ${say('supportOf', { percent, given })}`;
    return [
      mark === undefined ? support : `${say(mark)}. ${support}`,
      ...dissentTexts(dissent, this.#report.groups, say),
    ];
  }

  #actions(actions: readonly LineView[]): Block {
    const say = this.#say;
    const missing = (fact: string, gap: 'action_without_who' | 'action_without_date'): Content =>
      fact === '' ? [text(say(gap), { italics: true, soft: true })] : fact;
    const head = [say('what'), say('who'), say('byWhen'), say('means'), say('sign'), say('agreement')];
    const rows = actions.map((line): readonly Content[] => {
      const { who = '', byWhen = '', means = '', sign = '' } = line.action ?? {};
      return [
        this.#line(line),
        missing(who, 'action_without_who'),
        missing(byWhen, 'action_without_date'),
        means,
        sign,
        this.#judgement(line).join('. '),
      ];
    });
    return table(head, rows, { widths: [5, 3.2, 2.6, 3, 3.5, 3.7] });
  }

  #open(): readonly Block[] {
    const { open } = this.#report;
    const say = this.#say;
    if (open.length === 0) return [];
    const rows = open.map(({ theme, text: own, reason }): readonly Content[] => [
      theme[say.locale],
      words(own, say.locale),
      openReason(reason, say),
    ]);
    return [heading(1, say('openTitle')), table([say('theme'), say('line'), say('why')], rows, { widths: [3, 5, 4] })];
  }

  #decisions(): readonly Block[] {
    const { votes } = this.#report;
    if (votes.length === 0) return [];
    return [heading(1, this.#say('decisions')), ...votes.flatMap((vote) => this.#decision(vote))];
  }

  #decision(vote: ReportVote): readonly Block[] {
    const say = this.#say;
    const { groups } = this.#report;
    const nameOf = (id: string): string => groups.find((group) => group.id === id)?.name[say.locale] ?? '';
    const both = vote.options.some(({ mostSupported, fairShare }) => mostSupported ?? fairShare);
    const chosen = vote.options.map((option): readonly Content[] => [
      option.place ?? '',
      words(option.heading, say.locale),
      ...(both ? [reasonText(option.mostSupported, say), reasonText(option.fairShare, say)] : [option.rank]),
    ]);
    const figures = vote.options.flatMap((option) =>
      measuresOf(option, vote.settings.method, say).map(({ name, all, byGroup, bounds }): readonly Content[] => [
        words(option.heading, say.locale),
        name,
        all,
        ...groups.map(({ id }) => (byGroup === undefined ? '' : cellOf(byGroup, bounds, id, say))),
      ]),
    );
    const { places } = vote.settings;
    return [
      heading(2, vote.title[say.locale]),
      paragraph(
        say('decidedBy', {
          method: methodWord(vote.settings.method, say),
          rule: ruleWord(vote.settings.rule, say),
          places,
          weights: weightsWord(vote, say),
          ballots: vote.ballots,
          joined: vote.joined,
        }),
      ),
      ...warningsOf(vote, nameOf, say).map((warning) => paragraph(warning, { italics: true })),
      table(
        [say('place'), say('priority'), ...(both ? [say('mostSupported'), say('fairShare')] : [say('rank')])],
        chosen,
        {
          widths: both ? [1, 5, 3, 3] : [1, 8, 1],
        },
      ),
      space(),
      table(
        [say('priority'), say('measure'), say('everybody'), ...groups.map(({ name }) => name[say.locale])],
        figures,
        {
          numbersFrom: 2,
          widths: [4, 2, 2, ...groups.map(() => 2)],
        },
      ),
      space(),
    ];
  }

  #agreement(): readonly Block[] {
    const { endorsements } = this.#report;
    if (endorsements.length === 0) return [];
    const say = this.#say;
    const rows = endorsements.map(({ line, result }): readonly Content[] => [
      words(line.text, say.locale),
      ...result.counts,
      result.given,
      result.supportPercent ?? '–',
    ]);
    return [
      heading(1, say('agreementTitle')),
      paragraph(say('agreementHow')),
      paragraph(AGREEMENT_LEVELS.map((level) => `${level} – ${say.level(level)}`).join(' · '), { soft: true }),
      table([say('line'), ...AGREEMENT_LEVELS.map(String), say('given'), say('support')], rows, {
        numbersFrom: 1,
        widths: [7, ...AGREEMENT_LEVELS.map(() => 1), 2.6, 2.2],
      }),
    ];
  }

  #signatures(): readonly Block[] {
    const say = this.#say;
    const rows = this.#report.groups.map(({ name }): readonly Content[] => [name[say.locale], '', '', '']);
    return [
      heading(1, say('signatures'), true),
      paragraph(say('signaturesHow')),
      table([say('group'), say('name'), say('signature'), say('date')], rows, {
        widths: [4, 4, 3, 2],
        rowHeight: 900,
      }),
    ];
  }

  #log(): readonly Block[] {
    const { count, closingHash } = this.#report.log;
    return [space(), paragraph(`${this.#say('log', { count })} ${closingHash}`, { soft: true })];
  }
}
