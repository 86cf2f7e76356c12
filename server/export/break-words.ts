// Where a line may end: at a space, and after a hyphen inside a word. Nowhere else: a word that is broken is misread.

/** Pieces that stay whole, each with the spaces after it; together they are the text. No-break spaces part nothing. */
export function unitsOf(text: string): readonly string[] {
  return text.match(/[^ ]+?(?:(?<=\p{L})-(?=\p{L})|(?= |$)) *| +/gu) ?? [];
}
