// Entries of a view's collection in the order that its `order` numbers say.
export function inOrder<Item extends { readonly order: number }>(
  collection: Readonly<Record<string, Item>>,
): readonly (readonly [string, Item])[] {
  return Object.entries(collection).sort(([, a], [, b]) => a.order - b.order);
}
