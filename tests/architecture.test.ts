// Who may import whom (docs/decisions/0009-import-rules.md). Says which rule broke, where and why it exists.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { moduleState } from './support/module-state';
import { takenAway } from './support/taken-away';

const root = path.join(__dirname, '..');

type Rule = {
  readonly from: RegExp;
  /** Project files and packages that files matching `from` may not import. */
  readonly never: RegExp;
  readonly except?: RegExp;
  readonly why: string;
};

const RULES: readonly Rule[] = [
  {
    from: /^server\/engine\//,
    never: /^(?!server\/engine\/)/,
    except: /^server\/engine\/(schema\/|activities\/\w+\/schema\.ts)/,
    why: 'the engine is pure: all rules run with no server and no package',
  },
  {
    from: /^server\/engine\/(schema\/|activities\/\w+\/schema\.ts)/,
    never: /^(?!server\/engine\/|zod$)/,
    why: 'schemas of the kinds are made of nothing but the engine and the library of schemas',
  },
  {
    from: /^server\/engine\/(?!activities\/\w+\/(rules|schema)\.ts)/,
    never: /^server\/engine\/activities\/\w+\/schema$/,
    why: 'only the rules of a kind know its schema, and whoever wants it asks the registry',
  },
  ...['measures', 'methods', 'publishing', 'selecting'].map((room, at, rooms): Rule => {
    const above = [...rooms.slice(at + 1), 'telling'].join('|');
    return {
      from: new RegExp(`^server/engine/voting/${room}/`),
      never: new RegExp(`^server/engine/(voting/(${above})/|(state|events|views)$)`),
      why: `voting/${room} is counted without knowing of rooms above it, of the log or of a view`,
    };
  }),
  {
    from: /^server\/protocol\//,
    never: /^(?!server\/(protocol|engine)\/|zod$)/,
    why: 'the contract is imported by both ends of the wire',
  },
  {
    from: /^server\/live\//,
    never: /^(server\/export\/|app\/)/,
    why: 'a room does not know how it is printed or drawn',
  },
  {
    from: /^server\/(?!routes\/|container)/,
    never: /^server\/routes\//,
    why: 'what can be done does not know the addresses it is asked for at',
  },
  {
    from: /^(?!server\/routes\/(gate|run-row|send))/,
    never: /^fastify/,
    why: 'rows and their functions know requests and answers, not the library that carries them',
  },
  { from: /^server\/export\//, never: /^server\/live\//, why: 'an export reads the log, never a running room' },
  {
    from: /^server\/audit\//,
    never: /^server\/(?!audit\/)/,
    why: 'a recount that shares code with the tally would repeat its mistakes',
  },
  {
    from: /^server\/rehearsal\//,
    never: /^server\/(live|data)\//,
    why: 'a rehearsal uses the real protocol, like any stranger',
  },
  { from: /^server\//, never: /^app\//, why: 'the server never imports pages' },
  {
    from: /^server\//,
    never: /^components\//,
    except: /^server\/(routes\/phone|rehearsal)\//,
    why: 'only the phone page is drawn by the server, and the rehearsal uses the same connection as a browser',
  },
  {
    from: /^(?!server\/data\/|prisma\/)/,
    never: /^(@prisma\/|server\/data\/generated)/,
    except: /^(tests\/|prisma\.config)/,
    why: 'only server/data speaks Prisma',
  },
  {
    from: /^components\//,
    never: /^(server\/(?!engine\/|protocol\/)|zod$)/,
    except: /^components\/verify\//,
    why: 'no server code and no validation library reaches a browser',
  },
  {
    from: /^components\/verify\//,
    never:
      /^(server\/(?!engine\/|protocol\/in-fours|verify\/(check-archive|beliefs)|audit\/)|server\/audit\/node-|zod$)/,
    why: 'the page that verifies runs the recount itself, and nothing of a server',
  },
  {
    from: /^app\//,
    never: /^server\/(live|data)\//,
    why: 'Next bundles its own copy: a room imported here would be a second, empty one',
  },
  {
    from: /^components\/(?!.*\/phone\/|activities\/\w+\/participant)/,
    never: /^preact/,
    why: 'Preact is for the phone, React for the laptop',
  },
  {
    from: /^components\/(.*\/phone\/|activities\/\w+\/participant)/,
    never: /^(react|next)/,
    why: 'React and Next do not fit into the phone’s 40 kB',
  },
];

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return /(^|\/)(node_modules|generated|\.\w+)$/.test(file) ? [] : sources(file);
    return /\.(ts|tsx)$/.test(entry.name) ? [file] : [];
  });
}

/** What a file imports: project paths from the root, packages by name. Types count too: they are knowledge. */
function imports(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  // Only whole statements and calls: the word "import" also stands in texts.
  const statements =
    /^\s*(?:import|export)\s(?:[^'";]*?from\s*)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]/gm;
  const specifiers = [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? '');
  return specifiers.map((name) => (name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name));
}

/** Rooms of components/, each with those it may know; what is not named stands alone. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  ui: [],
  charts: ['ui'],
  scene: ['ui'],
  live: [],
  'live/phone/parts': ['live'],
  desk: ['ui', 'live'],
  draft: ['ui', 'charts', 'scene', 'live', 'desk'],
  moderation: ['ui', 'live', 'desk', 'draft'],
  activities: ['ui', 'charts', 'scene', 'live', 'live/phone/parts', 'desk', 'draft', 'moderation'],
  'live/phone': ['live', 'live/phone/parts', 'activities'],
  console: ['ui', 'charts', 'live', 'desk', 'draft', 'activities'],
  wall: ['ui', 'charts', 'live', 'draft', 'activities'],
  verify: ['ui'],
  organiser: ['ui', 'live', 'verify'],
};
/** They are there for others, looks too; elsewhere a style is worn in its own room alone. */
const LENDS_STYLES: readonly string[] = ['ui', 'scene', 'desk'];

/** The innermost room that a file of components/ stands in. */
function roomOf(file: string): string {
  const inside = Object.keys(ROOMS).filter((room) => file.startsWith(`components/${room}/`));
  return inside.sort((a, b) => b.length - a.length)[0] ?? `none: ${file}`;
}

const files = ['server', 'components', 'app', 'prisma', 'tests'].flatMap(sources);

/** The files of the project that a file imports. */
function edges(file: string): readonly string[] {
  return imports(file).flatMap((name) => ['', '.ts', '.tsx'].map((end) => name + end).find(isFile) ?? []);
}
const isFile = Set.prototype.has.bind(new Set(files));

/** Files that import each other, directly or in a round (Tarjan 1972): each group sorted, the groups too. */
function circles(nodes: readonly string[], next: (node: string) => readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const open: string[] = [];
  function visit(node: string): number {
    let low = index.size;
    index.set(node, low);
    const at = open.push(node) - 1;
    for (const other of next(node)) {
      if (!index.has(other)) low = Math.min(low, visit(other));
      else if (open.includes(other)) low = Math.min(low, index.get(other) as number);
    }
    if (low === index.get(node)) {
      const group = open.splice(at).sort();
      if (group.length > 1 || next(node).includes(node)) found.push(group);
    }
    return low;
  }
  for (const node of nodes) if (!index.has(node)) visit(node);
  return found.sort();
}

test('the walk sees the code', () => {
  expect(files).toContain('server/engine/decide.ts');
  expect(imports('server/engine/decide.ts')).toContain('server/engine/agenda');
});

test.each(RULES.map((rule) => [rule.why, rule] as const))('%s', (_why, rule) => {
  const broken = files
    .filter((file) => rule.from.test(file) && !rule.except?.test(file))
    .flatMap((file) =>
      imports(file)
        .filter((name) => rule.never.test(name))
        .map((name) => `${file} imports ${name}`),
    );
  expect(broken).toEqual([]);
});

test('the rooms of components/ know each other one way', () => {
  const broken = files
    .filter((file) => file.startsWith('components/'))
    .flatMap((file) =>
      imports(file)
        .filter((name) => name.startsWith('components/'))
        .filter((name) => roomOf(name) !== roomOf(file) && !ROOMS[roomOf(file)]?.includes(roomOf(name)))
        .map((name) => `${file} imports ${name}`),
    );
  expect(broken).toEqual([]);
  const order = Object.keys(ROOMS);
  expect(circles(order, (room) => ROOMS[room] ?? [])).toEqual([]);
});

test('a style is worn in its own room, or lent by one that is there for others', () => {
  const worn = files.flatMap((file) =>
    imports(file)
      .filter((name) => name.endsWith('.css'))
      .map((name) => [file, name] as const),
  );
  expect(worn.length).toBeGreaterThan(100);
  const broken = worn
    .filter(([, name]) => name.endsWith('.module.css'))
    .filter(([file, name]) => roomOf(name) !== roomOf(file) && !LENDS_STYLES.includes(roomOf(name)))
    .map(([file, name]) => `${file} wears ${name}`);
  expect(broken).toEqual([]);
});

test('circles are found', () => {
  const graph: Readonly<Record<string, readonly string[]>> = {
    a: ['b'],
    b: ['c', 'd'],
    c: ['a'],
    d: ['e'],
    e: ['d', 'f'],
    f: [],
    g: ['g'],
  };
  expect(circles(Object.keys(graph), (node) => graph[node] ?? [])).toEqual([['a', 'b', 'c'], ['d', 'e'], ['g']]);
});

test('nothing imports itself in a round: each file can be read, tested and moved by itself', () => {
  expect(circles(files, edges)).toEqual([]);
});

/** Who keeps something beyond a call: the container, and `once` with what cannot be told anything. */
const STATELESS = /^(server\/(?!launch\/|engine\/once|([a-z]+\/)?index\.ts)|components\/(live\/phone|activities)\/)/;
/** Makers whose products never change: a table of the Unicode standard, a language's words, a hash. */
const CONSTANT_MAKERS = ['createBidi', 'createWords', 'createHash'];

test('no module keeps a state: two containers in one process share nothing', () => {
  const kept = files
    .filter((file) => STATELESS.test(file))
    .flatMap((file) =>
      moduleState(file, readFileSync(path.join(root, file), 'utf8'), CONSTANT_MAKERS).map((what) => `${file}: ${what}`),
    );
  expect(kept).toEqual([]);
});

test('a scope is made in one file, which alone looks at tokens, and a view is taken with one', () => {
  const made = /\bas\s+(unknown\s+as\s+)?\w*Scope\b/;
  const looked = /\.(isOrganiser|fits)\(/;
  const taken = /\.snapshot\(/;
  const found = files.filter((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const isOurs = /^(server|app|components)\//.test(file);
    const mayTake = /^server\/live\/(room|snapshot-for)\.ts$/.test(file);
    return (
      isOurs &&
      (((made.test(text) || looked.test(text)) && file !== 'server/auth/access.ts') || (taken.test(text) && !mayTake))
    );
  });
  expect(found).toEqual([]);
});

/** What a bundler follows from a file: imports of types alone are left out. */
function followed(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const statements =
    /^\s*(?:import|export)\s(?!type\s)(?:([^'";]*?)from\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...text.matchAll(statements)].flatMap(([, names = '', from, lazily]) => {
    const areTypes = /^\{(\s*type\s[^,}]*,?)+\s*\}\s*$/.test(names);
    const name = from ?? lazily ?? '';
    if (areTypes) return [];
    return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
  });
}

test('no script of a browser but that of the page that verifies leads to the rules of the kinds or to zod', () => {
  const known = new Set(files);
  const came = new Map<string, string>();
  const queue = files.filter((file) => /^components\/(?!verify\/|live\/phone\/build)/.test(file));
  for (const file of queue) {
    for (const name of followed(file)) {
      const found = [`${name}.ts`, `${name}.tsx`, name].find((one) => known.has(one)) ?? name;
      if (came.has(found)) continue;
      came.set(found, file);
      if (known.has(found)) queue.push(found);
    }
  }
  const wayTo = (end: string): string[] => (came.has(end) ? [...wayTo(came.get(end) ?? ''), end] : [end]);
  const forbidden = ['zod', 'server/engine/activities/registry.ts'];
  expect(forbidden.filter((end) => came.has(end)).map(wayTo)).toEqual([]);
  expect(came.has('server/engine/draft/wording.ts')).toBe(true);
});

/** Where kinds may be named: their rooms, and the lists that the compiler checks. */
const KIND_ROOMS = /^(server\/engine|components)\/activities\/(?!phone\/)[a-z]+\//;
const KIND_LISTS = [
  'server/engine/activities/registry.ts',
  'components/activities/facilitators.ts',
  'components/activities/screens.ts',
  'components/activities/phone/faces.ts',
];
/** Elsewhere, each with its reason. */
const KINDS_NAMED: Readonly<Record<string, string>> = {
  'server/engine/upgrade.ts: vote': 'reads designs of a time before there were rooms',
  'server/protocol/form-lack.ts: collect': 'an idea of this kind lacks a place; the form of no other has one',
};

/** Comparisons with the name of a kind; from four names on it is a list of kinds. */
function kindsNamedIn(text: string, kinds: readonly string[]): string[] {
  const names = kinds.join('|');
  const compared = new RegExp(
    `\\bkind\\W*[!=]==?\\s*'(${names})'|'(${names})'\\s*[!=]==?[^;\\n]*\\bkind\\b|\\bcase\\s+'(${names})'`,
    'g',
  );
  const listed = new RegExp(`(?:^|[{[(,|\\s])'?(${names})'?(?=\\s*[:,}\\]|])`, 'gm');
  const inList = new Set([...text.matchAll(listed)].map(([, name = '']) => name));
  const found = [...text.matchAll(compared)].map(([, ...groups]) => groups.find((name) => name !== undefined) ?? '');
  return [...new Set([...found, ...(inList.size > 3 ? ['a list'] : [])])];
}

test('a kind is named in its rooms and in the lists that the compiler checks; elsewhere its room is asked', () => {
  const kinds = readdirSync(path.join(root, 'server/engine/activities'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => files.includes(`server/engine/activities/${name}/rules.ts`));
  expect(kinds).toContain('vote');
  const named = files
    .filter((file) => /^(server|components|app)\//.test(file) && !KIND_ROOMS.test(file) && !KIND_LISTS.includes(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return kindsNamedIn(text, kinds).map((kind) => `${file}: ${kind}`);
    });
  expect(named).toEqual(Object.keys(KINDS_NAMED));
  for (const list of KIND_LISTS)
    expect(kindsNamedIn(readFileSync(path.join(root, list), 'utf8'), kinds)).toEqual(['a list']);
});

/** What leaves a room is made here, by naming each field (docs/decisions/0038-readers-get-what-is-named.md). */
const LEAVING =
  /^server\/(engine\/(project[^/]*|told|priorities|turnout|draft\/(?!decide|fold|note)[^/]+|activities\/[a-z]+\/(told|results[^/]*)|roll-up\/[^/]+|voting\/telling\/[^/]+)|export\/(report[^/]*|json|roll-up\/roll-up-json))\.ts$/;

test('nothing that leaves a room is what is left of something larger', () => {
  const makers = files.filter((file) => LEAVING.test(file));
  expect(makers).toEqual(
    expect.arrayContaining(['server/engine/project.ts', 'server/engine/draft/reader-line.ts', 'server/export/json.ts']),
  );
  const broken = makers.flatMap((file) =>
    takenAway(file, readFileSync(path.join(root, file), 'utf8')).map((rest) => `${file}: ${rest}`),
  );
  expect(broken).toEqual([]);
  expect(takenAway('planted.ts', 'export const told = ({ secret, ...own }: Idea) => own;')).toEqual(['own']);
});
