// What a piece of JavaScript or CSS needs of a browser, looked up in MDN's compatibility data. Names decide: `x.at(…)` is
// taken for a standard method only where no standard object has had one by that name for longer.
import compat from '@mdn/browser-compat-data';
import { parseSync } from '@swc/core';

/** Oldest versions, by the names of package.json's `browserslist`. */
export type Targets = Readonly<Record<string, number>>;

type Support = { readonly version_added?: string | boolean | null; readonly flags?: unknown; readonly prefix?: string };
type Feature = {
  readonly __compat?: { readonly support: Readonly<Record<string, Support | readonly Support[]>> };
} & { readonly [name: string]: unknown };

const data = compat as unknown as {
  readonly api: Feature;
  readonly javascript: { readonly builtins: Feature };
  readonly css: Readonly<Record<'properties' | 'selectors' | 'at-rules' | 'types', Feature>>;
};

/** Lines of `browserslist`, such as `safari >= 14.1`. */
export function targetsOf(lines: readonly string[]): Targets {
  return Object.fromEntries(
    lines.map((line) => {
      const [browser = '', version] = line.split(' >= ');
      return [browser, Number(version)];
    }),
  );
}

/** The browsers among the targets that are too old for the feature. */
function tooOld(feature: Feature | undefined, targets: Targets): string[] {
  const support = feature?.__compat?.support;
  if (support === undefined) return [];
  return Object.entries(targets).flatMap(([browser, oldest]) => {
    const entries = [support[browser] ?? []].flat() as readonly Support[];
    if (entries.length === 0) return [];
    const has = entries.some(({ version_added: added, flags, prefix }) => {
      if (flags !== undefined || prefix !== undefined) return false;
      return added === true || (typeof added === 'string' && Number.parseFloat(added.replace('≤', '')) <= oldest);
    });
    return has ? [] : [`${browser} ${oldest}`];
  });
}

const inside = (feature: Feature, name: string) =>
  Object.hasOwn(feature, name) ? (feature[name] as Feature) : undefined;

/** Every standard member by that name, of any instance: what an object itself has (`CSS.s`) is found by its owner's name. */
const members = new Map<string, Feature[]>();
/** Members of the language that are methods: where they are not called, the name is one of a field of ours. */
const methods = new Set<string>();
for (const [owner, feature] of [...Object.entries(data.api), ...Object.entries(data.javascript.builtins)]) {
  const { prototype = {} } = (globalThis as unknown as Record<string, { prototype?: object }>)[owner] ?? {};
  for (const [name, member] of Object.entries(feature as Feature)) {
    if (name.endsWith('_static')) continue;
    members.set(name, [...(members.get(name) ?? []), member as Feature]);
    if (typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === 'function') methods.add(name);
  }
}

const globalOf = (name: string) => inside(data.api, name) ?? inside(data.javascript.builtins, name);

type Node = { readonly type?: string } & Record<string, unknown>;

/** What `script` calls by name and one of `targets` lacks: `hasOwn: chrome 80, safari 14.1`. */
export function missingInScript(script: string, targets: Targets): string[] {
  const found = new Map<string, string[]>();
  const bound = new Set<string>();
  const globals = new Set<string>();
  const note = (name: string, browsers: readonly string[]) => {
    if (browsers.length > 0) found.set(name, [...browsers]);
  };

  function member(owner: Node, name: string, called: boolean): void {
    const known = owner.type === 'Identifier' ? globalOf(String(owner.value)) : undefined;
    const exact = known && (inside(known, `${name}_static`) ?? inside(known, name));
    if (exact !== undefined) {
      note(`${String(owner.value)}.${name}`, tooOld(exact, targets));
      return;
    }
    if (!called && methods.has(name)) return;
    const candidates = members.get(name) ?? [];
    const lacking = candidates.map((candidate) => tooOld(candidate, targets));
    // One object that has had it long enough is enough for doubt.
    if (lacking.length > 0 && lacking.every((browsers) => browsers.length > 0)) note(name, lacking[0] as string[]);
  }

  function walk(node: unknown, called = false): void {
    if (Array.isArray(node)) {
      for (const item of node) walk(item);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const one = node as Node;
    if (one.type === 'MemberExpression') {
      const property = one.property as Node;
      if (property.type === 'Identifier') {
        member(one.object as Node, String(property.value), called);
        walk(one.object);
        return;
      }
    }
    if (one.type === 'AssignmentPatternProperty') member(one, String((one.key as Node).value), false);
    if (one.type === 'RegExpLiteral' && /\(\?<[=!]/.test(String(one.pattern))) {
      note('lookbehind', tooOld(lookbehind, targets));
    }
    if (one.type === 'Identifier') globals.add(String(one.value));
    const declared = [one.pat, one.identifier, one.local, one.id, ...[one.params ?? []].flat()] as (Node | undefined)[];
    for (const place of declared) collect(place);
    for (const [key, value] of Object.entries(one)) if (key !== 'span') walk(value, key === 'callee');
  }

  function collect(place: Node | undefined): void {
    if (place?.type === 'Identifier') bound.add(String(place.value));
    else if (typeof place === 'object' && place !== null && 'pat' in place) collect(place.pat as Node);
  }

  walk(parseSync(script, { syntax: 'ecmascript', target: 'es2022' }).body);
  for (const name of globals) if (!bound.has(name)) note(name, tooOld(globalOf(name), targets));
  return [...found].map(([name, browsers]) => `${name}: ${browsers.join(', ')}`).sort();
}

const lookbehind = (compat as unknown as { javascript: { regular_expressions: Record<string, Feature> } }).javascript
  .regular_expressions.lookbehind_assertion;

/** The same for a style sheet: properties, at-rules, pseudo-classes, and the functions and units named here. */
export function missingInStyle(style: string, targets: Targets): string[] {
  const found = new Map<string, string[]>();
  const check = (name: string, feature: Feature | undefined) => {
    const browsers = tooOld(feature, targets);
    if (browsers.length > 0) found.set(name, browsers);
  };
  for (const [, name = ''] of style.matchAll(/[{;]\s*([a-z-]+)\s*:/g)) check(name, inside(data.css.properties, name));
  for (const [, name = ''] of style.matchAll(/@([a-z-]+)/g)) check(`@${name}`, inside(data.css['at-rules'], name));
  const selectors = [...style.matchAll(/([^{};]+)\{/g)]
    .map(([, selector = '']) => selector)
    .filter((one) => !/^\s*@/.test(one));
  for (const [, name = ''] of selectors.join(' ').matchAll(/(?<!:):([a-z-]+)/g))
    check(`:${name}`, inside(data.css.selectors, name));
  const { color, length } = data.css.types as unknown as Record<string, Record<string, Feature>>;
  if (/color-mix\(/.test(style)) check('color-mix()', color?.['color-mix']);
  if (/light-dark\(/.test(style)) check('light-dark()', color?.['light-dark']);
  if (/\d[dsl]v[hw]\b/.test(style)) check('dvh', length?.viewport_percentage_units_dynamic);
  return [...found].map(([name, browsers]) => `${name}: ${browsers.join(', ')}`).sort();
}
