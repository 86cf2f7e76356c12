// The walk that looks for state in modules finds what is planted, and takes no constant for it.
import { moduleState } from '../support/module-state';

const found = (source: string) => moduleState('planted.ts', source, ['createTable']);

test.each([
  ['let count = 0;', ['let count']],
  ['export let latest: string | undefined;', ['let latest']],
  ['const seen = new Map<string, number>();', ['seen holds a new Map']],
  ['const seen: Map<string, number> = new Map();', ['seen holds a new Map']],
  ['const kept = new WeakMap<object, string>();', ['kept holds a new WeakMap']],
  ['const outcomes = new Outcomes(Date.now);', ['outcomes holds a new Outcomes']],
  ['const both = { a: new Map(), b: [new Set()] };', ['both holds a new Map', 'both holds a new Set']],
  ['const index = createIndex();', ['index holds what createIndex makes']],
  ['const list: string[] = [];\nexport const note = (text: string) => list.push(text);', ['list is written to']],
  ['const by: Record<string, number> = {};\nexport function set(k: string) { by[k] = 1; }', ['by is written to']],
  ['const at = { count: 0 };\nexport const next = () => at.count++;', ['at is written to']],
  ['const by: Record<string, number> = {};\nexport const drop = () => { delete by.a; };', ['by is written to']],
  ['const deep = { a: { b: [1] } };\nexport const sort = () => deep.a.b.sort();', ['deep is written to']],
  ['export class Counter { static count = 0; }', ['static count']],
])('%s', (source, what) => {
  expect(found(source)).toEqual(what);
});

test.each([
  'const FEW = 5;',
  'const NAMES = ["a", "b"] as const;',
  'const NONE: ReadonlySet<string> = new Set();',
  'const LETTER = new RegExp("x", "u");',
  'const segmenter = new Intl.Segmenter("und");',
  'const TABLE = createTable();',
  'const fresh = () => new Map<string, number>();',
  'export function createIndex() { const seen = new Map(); let count = 0; seen.set("a", count++); return seen; }',
  'export class Ticker { #count = 0; static readonly every = 1; }',
  'const LIMITS = { burst: 5 };\nexport const twice = () => LIMITS.burst * 2;',
  'const sorted = (list: readonly number[]) => [...list].sort();',
])('no state: %s', (source) => {
  expect(found(source)).toEqual([]);
});
