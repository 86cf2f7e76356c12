// A document without a format yet: what stands in it and in which order. Word file, PDF and Markdown give it form and add
// nothing, so they cannot differ. People's words are runs of their own, with their language.
import type { Locale, OwnText } from '../engine/vocabulary';
import type { Picture } from '../protocol/picture';
import type { BarRow } from './bars';

export type Style = 'plain' | 'bold' | 'italics' | 'soft';
/** `lang`: a person's words, in that language. */
export type TextRun = { readonly text: string; readonly lang?: Locale; readonly style?: Style };
/** Refers to a note by its number, from 1. */
export type NoteRun = { readonly note: number };
export type Run = TextRun | NoteRun;
export type Runs = readonly Run[];

export type Table = {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly Runs[])[];
  /** Columns from here on are figures. */
  readonly numbersFrom: number;
  /** Shares of the width, a column each. */
  readonly widths: readonly number[];
  /** Room to write by hand. */
  readonly isForm?: true;
  /** Shares from 0 to 1 that colour the cells, a row and a column each; null leaves a cell white. */
  readonly heat?: readonly (readonly (number | null)[])[];
};
/** A picture of figures that stand in the table after it. */
export type Bars = {
  readonly kind: 'bars';
  readonly caption: string;
  readonly legend: readonly string[];
  readonly rows: readonly BarRow[];
};
/** Pictures side by side. */
export type Logos = {
  readonly kind: 'logos';
  readonly logos: readonly { readonly name: string; readonly picture: Picture }[];
};
export type Block =
  | Logos
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'contents'; readonly title: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: Runs; readonly newPage?: true }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'bullet'; readonly runs: Runs }
  | Table
  | Bars;

export type PaperDocument = {
  readonly title: string;
  readonly locale: Locale;
  /** Join code and closing hash, kept with the file. */
  readonly reference: string;
  /** For formats that have their notes at the end, and for one whose fonts lack a letter. */
  readonly words: { readonly notes: string; readonly missingLetters: string };
  readonly blocks: readonly Block[];
  /** By number − 1: paragraphs of a note. */
  readonly notes: readonly (readonly Runs[])[];
};

export const plain = (text: string, style: Style = 'plain'): Runs => [{ text: withSigns(text), style }];
export const paragraph = (text: string, style?: Style): Block => ({ kind: 'paragraph', runs: plain(text, style) });
export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, runs: plain(text) });

/** Of words that are ours: no line ends between a figure and the sign that goes with it. */
function withSigns(text: string): string {
  return text.replace(/(?<=[\d,]) (?=%)|(?<=[≥№]) (?=\d)/g, '\u00a0');
}

/** A person's words, with their language where that is not the document's. */
export function ownWords({ text, lang }: OwnText, locale: Locale): Runs {
  const words = { text, lang };
  return lang === locale ? [words] : [words, { text: ` (${lang})`, style: 'soft' }];
}

/** What stands in a sentence of ours where people's words come. */
const PLACE = '\ue000';

/** A sentence of ours around words of people's, whose language is marked as elsewhere. */
export function quoting(sentence: (words: string) => string, words: Runs, style: Style): Runs {
  const [before = '', after = ''] = sentence(PLACE).split(PLACE);
  const ours = (text: string): Runs => (text === '' ? [] : plain(text, style));
  return [
    ...ours(before),
    ...words.map((run) => ('note' in run || run.style ? run : { ...run, style })),
    ...ours(after),
  ];
}

export function table(
  head: readonly string[],
  rows: readonly (readonly Runs[])[],
  widths: readonly number[],
  numbersFrom = Number.POSITIVE_INFINITY,
): Table {
  return { kind: 'table', head: head.map(withSigns), rows, widths, numbersFrom };
}
