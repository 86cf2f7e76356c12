// The pages that the contents list names: Word's own layout, worked out by `docx/layout`. That looks the widths of a font up
// anew for every word, and for every letter of a word longer than its line: most of the time that a Word file took. Here its
// source is read with those look-ups remembered (decision 0029); what it answers is the same.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import type { PageNumberEstimator } from 'docx';
import type * as Layout from 'docx/layout';

/** Functions of the library whose answer hangs on the font alone. */
export const LOOKED_UP = ['measuresOf', 'widthsOf', 'knownEastAsianFontOf'] as const;

/** A font by its name, or text's: its size and its border change no widths. */
type FontAsked = string | undefined | { readonly font?: string; readonly bold?: boolean; readonly italic?: boolean };
type LookUp = (font: FontAsked) => unknown;
export type Remember = (lookUp: LookUp) => LookUp;

export const rememberFonts: Remember = (lookUp) => {
  const known = new Map<string, unknown>();
  return (font) => {
    const key = typeof font === 'object' ? `${font.font}|${font.bold === true}|${font.italic === true}` : String(font);
    if (!known.has(key)) known.set(key, lookUp(font));
    return known.get(key);
  };
};

export function pageNumbersWith(remember: Remember): PageNumberEstimator {
  const file = require.resolve('docx/layout');
  const source = LOOKED_UP.reduce(
    // A version that has no such function is read as it is.
    (text, name) =>
      text.replace(`var ${name} = (`, `var ${name} = remember((font) => ${name}Anew(font));\nvar ${name}Anew = (`),
    readFileSync(file, 'utf8'),
  );
  const layout: { estimatePageNumbers?: typeof Layout.estimatePageNumbers } = {};
  const parameters = ['exports', 'require', 'remember'];
  compileFunction(source, parameters, { filename: file })(layout, createRequire(file), remember);
  const { estimatePageNumbers: estimate } = layout;
  if (estimate === undefined) throw new Error('docx/layout without estimatePageNumbers');
  // Without its `listNumbers`, which reads the whole document once more: none of our headings has a number of a list.
  return (body, context) => estimate(body, context);
}

export const estimatePageNumbers = pageNumbersWith(rememberFonts);
