// How a list of blocks of known height falls into columns and pages, newspaper fashion. Pure, so that it can be tested.

export type Block = {
  readonly height: number;
  /** Opens a section: never last in a column, and repeated on top of a column that continues it. */
  readonly heading?: boolean;
  /** What a heading takes where it is repeated; its whole height if missing. */
  readonly repeatedHeight?: number;
};
export type Placed = { readonly index: number; readonly repeated: boolean };
/** pages → columns → blocks from top to bottom. */
export type Pages = readonly (readonly (readonly Placed[])[])[];

export function packPages(
  blocks: readonly Block[],
  box: { readonly height: number; readonly columns: number; readonly gap: number },
): Pages {
  const columns: Placed[][] = [];
  let column: Placed[] = [];
  let used = 0;
  let section: number | undefined;

  const turn = () => {
    if (column.length > 0) columns.push(column);
    column = [];
    used = 0;
  };
  const place = (index: number, repeated: boolean) => {
    used += (column.length > 0 ? box.gap : 0) + heightOf(blocks[index], repeated);
    column.push({ index, repeated });
  };

  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    // A heading asks for room for itself and for the first block it announces.
    const company = block.heading === true && next !== undefined && next.heading !== true ? box.gap + next.height : 0;
    const needed = (column.length > 0 ? box.gap : 0) + block.height + company;
    if (column.length > 0 && used + needed > box.height) {
      turn();
      if (block.heading !== true && section !== undefined) place(section, true);
    }
    if (block.heading === true) section = index;
    place(index, false);
  });
  turn();

  const pages: Placed[][][] = [];
  for (let at = 0; at < columns.length; at += box.columns) pages.push(columns.slice(at, at + box.columns));
  return pages;
}

/** Whether a block, with the heading that stands over it, is higher than a column: no page can show it whole. */
export function overflows(
  blocks: readonly Block[],
  pages: Pages,
  box: { readonly height: number; readonly gap: number },
): boolean {
  return pages.some((columns) =>
    columns.some((column) => {
      const heights = column.map(({ index, repeated }) => heightOf(blocks[index], repeated));
      return heights.reduce((sum, height) => sum + height, box.gap * (heights.length - 1)) > box.height + 1;
    }),
  );
}

function heightOf(block: Block | undefined, repeated: boolean): number {
  const { height = 0, repeatedHeight = height } = block ?? {};
  return repeated ? repeatedHeight : height;
}
