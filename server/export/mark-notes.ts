// What the marks in a document mean, told where they stand: above each table those that are in it, and in a part of its own those
// of the whole document. Only ours are looked for: what people wrote has a language (document.ts).
import type { Block, PaperDocument, Runs } from './document';
import { heading, paragraph, plain } from './document';
import type { Words } from './words';

/** Above each table, where no end of a page parts them, a line on what is withheld in it, bounded, or missing. */
export function withMarkNotes(blocks: readonly Block[], say: Words): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'table') return [block];
    const notes = figureMarks(block.rows.flat().map(ours), say);
    return notes.length === 0 ? [block] : [paragraph(notes.join(' '), 'soft'), block];
  });
}

/** Every mark of the document and of its notes. `more`: what else has to be known to read it. */
export function markKey(
  { blocks, notes }: Pick<PaperDocument, 'blocks' | 'notes'>,
  say: Words,
  more: readonly string[] = [],
): readonly Block[] {
  const runs = [...blocks.flatMap(runsOf), ...notes.flat()];
  const texts = runs.map(ours);
  const judged = (['agreed', 'reservations', 'contested'] as const).some((mark) =>
    texts.some((text) => text.startsWith(`${say(mark)}. `)),
  );
  const foreign = runs.flat().some((run) => 'lang' in run && run.lang !== undefined && run.lang !== say.locale);
  const told = [
    ...more,
    ...(foreign ? [say('keyLanguages')] : []),
    ...(judged
      ? (['agreed', 'reservations', 'contested'] as const)
          .map((mark) => say(KEY[mark], { mark: say(mark) }))
          .concat(say('keyBase'))
      : []),
    ...figureMarks(texts, say),
  ];
  if (told.length === 0) return [];
  return [heading(1, say('keyTitle')), ...told.map((text): Block => ({ kind: 'bullet', runs: plain(text) }))];
}

const KEY = { agreed: 'keyAgreed', reservations: 'keyReservations', contested: 'keyContested' } as const;

/** A dash alone is a mark of a cell; in a line of text it is none. */
function figureMarks(texts: readonly string[], say: Words): readonly string[] {
  const word = say('withheld');
  // In a cell of its own, or after the name of a group.
  const withheld = texts.some((text) => text === word || text.startsWith(`${word} `) || text.includes(`: ${word}`));
  const bound = texts.flatMap((text) => /^[^:]+: ≥\s\d+$|≥\s\d+/.exec(text)?.[0] ?? [])[0];
  return [
    ...(withheld ? [say('markWithheld', { withheld: word })] : []),
    ...(bound === undefined ? [] : [say('markAtLeast', { example: bound })]),
    ...(texts.some((text) => text === '–') ? [say('markDash')] : []),
  ];
}

function runsOf(block: Block): readonly Runs[] {
  if (block.kind === 'table') return block.rows.flat();
  return 'runs' in block ? [block.runs] : [];
}

function ours(runs: Runs): string {
  return runs.map((run) => ('note' in run || run.lang !== undefined ? '' : run.text)).join('');
}
