// A state in which every object has one field more than its type knows: `secret`, which says where it stands. Whatever is built
// by naming fields never holds one.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PersistentMap } from '../../server/engine/persistent-map';
import type { SessionState } from '../../server/engine/state';
import { LOCALES } from '../../server/engine/vocabulary';

const ENGINE = path.join(__dirname, '..', '..', 'server', 'engine');

/** Names of fields that some type of the engine declares: an object of these alone is no table by id. */
const FIELDS: ReadonlySet<string> = new Set(
  readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(path.join(ENGINE, file), 'utf8').match(/(?<=\breadonly )\w+(?=\??:)/g) ?? []),
);

function isRecord(value: object): boolean {
  const names = Object.keys(value);
  // By language: a text in all of them is a table, too.
  return (
    names.every((name) => (LOCALES as readonly string[]).includes(name)) || names.some((name) => !FIELDS.has(name))
  );
}

/** `places`: every object that was given a secret, by the names on the way to it; ids are `*`. */
export function withSecrets(state: SessionState): {
  readonly state: SessionState;
  readonly places: ReadonlySet<string>;
} {
  const places = new Set<string>();
  const copies = new Map<object, unknown>();
  function copy(value: unknown, place: string): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const made = copyOf(value, place);
    copies.set(value, made);
    return made;
  }
  function copyOf(value: object, place: string): unknown {
    if (Array.isArray(value)) return value.map((one) => copy(one, `${place}[]`));
    const table = (entries: Iterable<readonly [string, unknown]>) =>
      [...entries].map(([id, one]) => [id, copy(one, `${place}.*`)] as const);
    if (value instanceof PersistentMap) return PersistentMap.from(table(value.entries()));
    if (value instanceof Map) return new Map(table(value));
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    if (isRecord(value)) return Object.fromEntries(table(Object.entries(value)));
    places.add(place);
    const fields = Object.entries(value).map(([name, one]) => [name, copy(one, `${place}.${name}`)]);
    return { ...Object.fromEntries(fields), secret: `SECRET-${place}` };
  }
  return { state: copy(state, 'state') as SessionState, places };
}

/** Where the secrets come from that a text holds. */
export const secretsIn = (told: unknown): readonly string[] => [
  ...new Set(JSON.stringify(told ?? null).match(/(?<=SECRET-)[^"\\]+/g) ?? []),
];
