// Which blocks of a document may not be parted from the next by the end of a page: a heading never stands alone at the foot of
// one, and what is said before a table or a picture stands above it.
import type { Block } from './document';

/** By place: whether the block stays on the page on which the next one begins. */
export function staysWithNext(blocks: readonly Block[]): readonly boolean[] {
  const stays = blocks.map(() => false);
  for (let at = blocks.length - 2; at >= 0; at -= 1) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (block?.kind === 'heading') stays[at] = true;
    else if (block?.kind === 'paragraph')
      stays[at] =
        next?.kind === 'table' || next?.kind === 'bars' || (next?.kind === 'paragraph' && stays[at + 1] === true);
  }
  return stays;
}
