// Cases of the reference data, where they lie (reference-data.cjs).
import { readReference } from './reference-data.cjs';

/** The cases of a JSON file, a list or an object with `items`; none where it is not at hand, so that nothing is to be skipped. */
export function referenceCases<Case>(file: string): readonly Case[] {
  const read = JSON.parse(readReference(file) ?? '[]') as readonly Case[] | { readonly items: readonly Case[] };
  return 'items' in read ? read.items : read;
}

/** Runs `define` with the cases of a file, where it is at hand. */
export function withReference<Case>(file: string, define: (cases: readonly Case[]) => void): void {
  const cases = referenceCases<Case>(file);
  if (cases.length > 0) define(cases);
}
