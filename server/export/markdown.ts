// A document as Markdown. People's words are escaped, so that any reader of Markdown shows them as they were typed.
import type { Block, PaperDocument, Runs, Table } from './document';

/** Everything that could start markup, HTML, an entity, a link, mathematics or a table cell in CommonMark and its dialects. */
const MARKUP = /[\\`*_{}[\]<>|~&#$^@!]/g;
/** Marks that count only where a block begins. */
const BLOCK_START = /^(\s*(?:\d+(?=[.)]))?)([-+=:.)])/;
/** Bare addresses, which GitHub and others turn into links. */
const BARE_LINK = /:(?=\/\/)|(?<=\bwww)\.|(?<=\b(?:mailto|xmpp)):/gi;

/** Safe anywhere, also where a block begins. */
export function escapeMarkdown(text: string): string {
  return escapeInline(text).replace(BLOCK_START, '$1\\$2');
}

function escapeInline(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(MARKUP, '\\$&')
    .replace(BARE_LINK, '\\$&');
}

export function renderMarkdown({ blocks, notes, words }: PaperDocument): string {
  const pieces: string[] = [];
  for (const [at, block] of blocks.entries()) {
    const text = blockText(block);
    if (text === undefined) continue;
    // Bullets of one list stand together.
    if (block.kind === 'bullet' && blocks[at - 1]?.kind === 'bullet') pieces.push(`${pieces.pop()}\n${text}`);
    else pieces.push(text);
  }
  if (notes.length > 0) {
    pieces.push(`## ${words.notes}`);
    pieces.push(notes.map((note, at) => noteText(note, at + 1)).join('\n'));
  }
  return `${pieces.join('\n\n')}\n`;
}

/** Undefined for what Markdown does by itself, and for pictures: their words stand beside them. */
function blockText(block: Block): string | undefined {
  switch (block.kind) {
    case 'title':
      return `# ${escapeMarkdown(block.text)}`;
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${inline(block.runs)}`;
    case 'paragraph':
      return runsText(block.runs);
    case 'bullet':
      return `- ${runsText(block.runs)}`;
    case 'table':
      return tableText(block);
    case 'contents':
    case 'logos':
    case 'bars':
      return undefined;
  }
}

/** As the beginning of a block. */
function runsText(runs: Runs): string {
  return inline(runs).replace(BLOCK_START, '$1\\$2');
}

/** After a mark of ours, in the middle of a line. */
function inline(runs: Runs): string {
  return withoutSeams(runs)
    .map((run) => {
      if ('note' in run) return ` \\[${run.note}\\]`;
      const text = escapeInline(run.text);
      // Emphasis must touch its words, or it is none.
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      if (words === '' || run.style === undefined) return text;
      const mark = { plain: '', soft: '', bold: '**', italics: '*' }[run.style];
      return `${before}${mark}${words}${mark}${after}`;
    })
    .join('');
}

/** Runs of one look are one: marks of emphasis that touch each other would be read as text. */
function withoutSeams(runs: Runs): Runs {
  const joined: Runs[number][] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isSeam = last !== undefined && !('note' in last) && !('note' in run) && last.style === run.style;
    if (isSeam) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

/** Columns from `numbersFrom` on are figures and stand to the right. */
function tableText({ head, rows, numbersFrom }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (at >= numbersFrom ? '---:' : '---'));
  return [row(head.map(escapeInline)), row(rule), ...rows.map((cells) => row(cells.map(inline)))].join('\n');
}

function noteText([first = [], ...others]: readonly Runs[], number: number): string {
  // Nested items stand under the first letter after the number, or they would start a list of their own.
  const indent = ' '.repeat(`${number}. `.length);
  return [`${number}. ${runsText(first)}`, ...others.map((runs) => `${indent}- ${runsText(runs)}`)].join('\n');
}
