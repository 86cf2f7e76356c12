// One thing that a document says beside a line, in a language and without a format yet.
import type { OwnText } from '../engine/vocabulary';

/** "title: text; text", or a sentence of ours alone. */
export type Part = { readonly title: string; readonly texts: readonly OwnText[] } | { readonly sentence: string };
