// A table without a format yet: what every format makes its rows of.
export type Cell = string | number;
export type Table = { readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] };
