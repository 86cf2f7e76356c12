// docs/protocol/ as data: its fenced examples with the marks behind their language, its tables and its headings.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(__dirname, '../../docs/protocol');
const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');
/** All pages one after the other, in the order of the index, which has a line for each. */
const pages = [
  'README.md',
  ...[...read('README.md').matchAll(/^\| \[[^\]]+\]\(([\w-]+\.md)\)/gm)].map(([, name]) => name),
];
const PAGE = (pages as string[]).map(read).join('\n');

/** ```json command idea.submit → language json, mark `command`, of [`idea.submit`]. */
export type Fence = {
  readonly language: string;
  readonly mark: string;
  readonly of: readonly string[];
  readonly text: string;
  /** The nearest heading above. */
  readonly heading: string;
};
export type Section = {
  readonly heading: string;
  readonly level: number;
  readonly text: string;
  readonly tables: readonly (readonly (readonly string[])[])[];
};

export const fences: readonly Fence[] = readFences();
export const sections: readonly Section[] = readSections();
export const pageText = PAGE;
export const pageNames = pages as readonly string[];
export const filesOfPages: readonly string[] = readdirSync(FOLDER);

export function fencesOf(mark: string, language = 'json'): readonly Fence[] {
  return fences.filter((fence) => fence.mark === mark && fence.language === language);
}

export function sectionOf(heading: string): Section {
  const found = sections.find((section) => section.heading === heading);
  if (found === undefined) throw new Error(`docs/protocol/ has no heading "${heading}"`);
  return found;
}

/** The rows of a section's first table that begins with this cell, heading and rule left out. */
export function rowsOf(heading: string, firstCell: string): readonly (readonly string[])[] {
  const table = sectionOf(heading).tables.find(([head]) => head?.[0] === firstCell);
  if (table === undefined) throw new Error(`"${heading}" has no table of "${firstCell}"`);
  return table.slice(1);
}

/** Everything in `backticks`. */
export function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code as string);
}

function readFences(): Fence[] {
  const found: Fence[] = [];
  let heading = '';
  let open: { info: string; lines: string[] } | undefined;
  for (const line of PAGE.split('\n')) {
    if (open !== undefined) {
      if (line !== '```') {
        open.lines.push(line);
        continue;
      }
      const [language = '', mark = '', ...of] = open.info.split(' ');
      found.push({ language, mark, of, text: open.lines.join('\n'), heading });
      open = undefined;
    } else if (line.startsWith('```')) open = { info: line.slice(3), lines: [] };
    else heading = /^#+ (.*)$/.exec(line)?.[1]?.replaceAll('`', '') ?? heading;
  }
  return found;
}

function readSections(): Section[] {
  const withoutExamples = PAGE.replace(/^```.*\n[\s\S]*?^```$/gm, '');
  return withoutExamples.split(/^(?=#+ )/m).map((text) => {
    const [, marks = '', heading = ''] = /^(#+) (.*)/.exec(text) ?? [];
    const blocks = text.match(/(?:^\|.*\|$\n?)+/gm) ?? [];
    return { heading: heading.replaceAll('`', ''), level: marks.length, text, tables: blocks.map(readTable) };
  });
}

function readTable(block: string): string[][] {
  const rows = block.trim().split('\n');
  return rows
    .filter((_, at) => at !== 1)
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1')),
    );
}
