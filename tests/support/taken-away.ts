// Where a module takes names away from a larger object and passes on the rest (`{ secret, ...rest }`), found in its syntax.
import { parseSync } from '@swc/core';

type Node = { readonly type: string; readonly [key: string]: unknown };

function* nodes(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (typeof (value as Node).type === 'string') yield value as Node;
  for (const [key, inner] of Object.entries(value)) if (key !== 'span') yield* nodes(inner);
}

/** Names of what is left over, in the order of the text. */
export function takenAway(file: string, source: string): readonly string[] {
  const { body } = parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2023' });
  return [...nodes(body)]
    .filter(({ type }) => type === 'ObjectPattern')
    .flatMap(({ properties }) => properties as readonly Node[])
    .filter(({ type }) => type === 'RestElement')
    .map(({ argument }) => String((argument as Node).value));
}
