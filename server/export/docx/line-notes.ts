// Footnotes of lines: from a line down to people's own words and the votes behind it, so that paper can be checked too.
import { FootnoteReferenceRun, Paragraph } from 'docx';
import type { LineView } from '../../engine/views';
import type { Report } from '../report';
import { isItsOwnOrigin, traceVotes } from '../trace-words';
import type { Words } from '../words';
import { text, words } from './blocks';

type Footnotes = Record<string, { readonly children: readonly Paragraph[] }>;

export class LineNotes {
  readonly footnotes: Footnotes = {};
  readonly #report: Report;
  readonly #say: Words;

  constructor(report: Report, say: Words) {
    this.#report = report;
    this.#say = say;
  }

  /** The reference to put behind a line; nothing where a note could only repeat the line. */
  of(line: LineView): readonly FootnoteReferenceRun[] {
    if (isItsOwnOrigin(line)) return [];
    const id = Object.keys(this.footnotes).length + 1;
    this.footnotes[id] = { children: this.#note(line) };
    return [new FootnoteReferenceRun(id)];
  }

  #note({ trace, original }: LineView): readonly Paragraph[] {
    const say = this.#say;
    const ideas = trace.ideas.flatMap((idea, at) => [...(at === 0 ? [] : [text('; ')]), ...words(idea, say.locale)]);
    return [
      new Paragraph({ children: [text(`${say('ownWords')} `), ...ideas] }),
      ...(original === undefined
        ? []
        : [new Paragraph({ children: [text(say('original', { text: original.text }))] })]),
      ...traceVotes(trace, this.#report.groups, say).map((sentence) => new Paragraph({ children: [text(sentence)] })),
    ];
  }
}
