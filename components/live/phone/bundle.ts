// How the phone's script and style are bundled, in which files, and for which browsers: those of `browserslist.phone` in
// package.json.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { browserslist } from '../../../package.json';

const root = join(__dirname, '..', '..', '..');
const folder = join(root, '.build', 'phone');

/** `chrome >= 80` as esbuild says it: `chrome80`. */
const target = browserslist.phone.map((line) => line.replace(' >= ', ''));

const own = (file: string) => readFileSync(join(__dirname, file), 'utf8');

type Cut = readonly [what: RegExp, instead?: string];

/** Parts of files of socket.io that could never run here. */
const NEVER_RUN: readonly (readonly [file: RegExp, cuts: readonly Cut[]])[] = [
  [
    /engine\.io-client.+esm.socket\.js$/,
    [
      // A line changes its way by dialling anew (way.ts), never by socket.io's upgrade from polling.
      [/^ {4}_?probe\(name\) \{[\s\S]*?^ {4}\}$/m],
      [/^ {8}if \("open" === this.readyState && this.opts.upgrade\) \{[\s\S]*?^ {8}\}$/m],
      [/^ {4}_filterUpgrades\(upgrades\) \{[\s\S]*?^ {4}\}$/m],
      [/this._upgrades = this._filterUpgrades\(data.upgrades\);/],
      [/const cleanupAndClose = [\s\S]*?(?=if \("opening")/],
      [/if \(this.upgrading\) \{\s*waitForUpgrade\(\);\s*\}\s*else /],
      [/else if \(this.upgrading\) \{\s*waitForUpgrade\(\);\s*\}/],
      // The address of the line has no query.
      [/if \(parsedUri.query\)\s*opts.query = parsedUri.query;/],
      [/if \(typeof this.opts.query === "string"\) \{[\s\S]*?\}/],
      // Options that nobody sets, some of them of Node.js.
      [/if \(opts.transportImplementations && [\s\S]*?else (?=\{\s*this.transports = opts)/],
      [/perMessageDeflate: \{[\s\S]*?\},/],
      [/if \(this.opts.closeOnBeforeunload\) \{[\s\S]*?^ {12}\}$/m],
      [/if \(this._beforeunloadEventListener\) \{[\s\S]*?^ {16}\}$/m],
      [/if \(this.opts.autoUnref\) \{[\s\S]*?\}/],
      [/if \(this.opts.withCredentials\) \{[\s\S]*?\}/],
    ],
  ],
  [/engine\.io-client.+polling\.js$/, [[/^ {4}pause\(onPause\) \{[\s\S]*?^ {4}\}$/m]]],
  [
    /engine\.io-client.+polling-xhr\.js$/,
    [
      [/pick\(this._opts,[\s\S]*?\)/, '{}'],
      [/try \{\s*if \(this._opts.extraHeaders\)[\s\S]*?catch \(e\) \{ \}/],
      [/\(_a = this._opts.cookieJar\)[^;]*addCookies\(xhr\);/],
      // Options that nobody sets.
      [/if \("withCredentials" in xhr\) \{[\s\S]*?\}/],
      [/if \(this._opts.requestTimeout\) \{[\s\S]*?\}/],
      [/if \(xhr.readyState === 3\) \{[\s\S]*?\}/],
      // Of Internet Explorer.
      [/if \(typeof attachEvent === "function"\) \{[\s\S]*?\}\s*else /],
      [/if \(!xdomain\) \{[\s\S]*?^ {4}\}$/m],
    ],
  ],
  [
    /engine\.io-client.+websocket\.js$/,
    [
      [/isReactNative\s*\? \{\}\s*: pick\([\s\S]*?\)/, '{}'],
      [/if \(this.opts.autoUnref\) \{[\s\S]*?\}/],
      [/const isReactNative = [\s\S]*?;/],
      // A browser's socket takes no headers, and nobody here names a protocol.
      [/if \(this.opts.extraHeaders\) \{[\s\S]*?\}/],
      [/return !isReactNative[\s\S]*?opts\);/, 'return new WebSocketCtor(uri);'],
    ],
  ],
  [
    /socket\.io-client.+esm.socket\.js$/,
    [
      // Eight ways of listening to everything and a queue of its own, which nobody here uses.
      [/^ {4}(?:on|prepend|off|listeners)Any(?:Outgoing)?\([^)]*\) \{[\s\S]*?^ {4}\}$/gm],
      [/^ {4}_addToQueue\([^)]*\) \{[\s\S]*?^ {4}\}$/m],
      [/^ {4}_drainQueue\([^)]*\) \{[\s\S]*?^ {4}\}$/m],
      [/this._drainQueue\(true\);/],
      [/if \(this._opts.retries && [\s\S]*?^ {8}\}$/m],
      [/if \(this._anyListeners && [\s\S]*?^ {8}\}$/m],
      [/^ {4}notifyOutgoingListeners\(packet\) \{[\s\S]*?^ {4}\}$/m],
      [/this.notifyOutgoingListeners\(packet\);/g],
      [/^ {4}(?:send|compress)\([^)]*\) \{[\s\S]*?^ {4}\}$/gm],
      [/^ {4}get volatile\(\) \{[\s\S]*?^ {4}\}$/m],
      [/"It seems you are trying[^"]*"/, ''],
      // Guards against names of events that nobody here emits, answers that the server never asks for, packets that may be
      // dropped, and a recovery of lines that it does not offer.
      [/^const RESERVED_EVENTS = [\s\S]*?\}\);$/m],
      [/if \(RESERVED_EVENTS\.[\s\S]*?^ {8}\}$/m],
      [/^ {4}ack\(id\) \{[\s\S]*?^ {4}\}$/m],
      [/if \(null != packet.id\) \{[\s\S]*?\}/],
      [/const (isTransportWritable|discardPacket) = .*/g],
      [/if \(discardPacket\) \{[\s\S]*?\}\s*else /],
      [/if \(this._pid && args.length [\s\S]*?^ {8}\}$/m],
      [/this._pid\s*\? [\s\S]*?: data/, 'data'],
    ],
  ],
  [
    /socket\.io-client.+manager\.js$/,
    [
      [/if \(this.opts.autoUnref\) \{[\s\S]*?\}/g],
      // It never stops dialling again.
      [/if \(this.backoff.attempts >= this._reconnectionAttempts\) \{[\s\S]*?\}\s*else /],
    ],
  ],
  [
    /component-emitter.+index\.js$/,
    [
      [/if \(obj\) return mixin\(obj\);/],
      [/^function mixin\(obj\) \{[\s\S]*?^\}$/m],
      [/^Emitter.prototype.(?:listeners|hasListeners) = [\s\S]*?^\};$/gm],
    ],
  ],
];

/** Fails where the package reads otherwise by now: then somebody must look again. */
function cutOut(path: string, cuts: readonly Cut[]): string {
  return cuts.reduce(
    (text, [what, instead = '']) => {
      const left = text.replace(what, instead);
      if (left === text) throw new Error(`${path} has no ${what}`);
      return left;
    },
    readFileSync(path, 'utf8'),
  );
}

/** Our server speaks no WebTransport, and all that we say is text: parts of socket.io that could never run. */
const withoutUnused: Plugin = {
  name: 'without-unused',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /engine\.io-client.+webtransport\.js$/ }, () => ({ contents: 'export const WT = undefined;' }));
    onLoad({ filter: /engine\.io-client.+parseuri\.js$/ }, () => ({ contents: own('text-address.ts'), loader: 'ts' }));
    for (const [filter, cuts] of NEVER_RUN) {
      onLoad({ filter }, ({ path }) => ({ resolveDir: dirname(path), contents: cutOut(path, cuts) }));
    }
    onResolve({ filter: /^socket\.io-parser$/ }, () => ({ path: join(__dirname, 'text-parser.ts') }));
    onResolve({ filter: /^engine\.io-parser$/ }, () => ({ path: join(__dirname, 'text-frames.ts') }));
  },
};

const common = {
  bundle: true,
  minify: true,
  write: false,
  target,
  // Held for faulty before Chrome 91 because of one odd form, a chain before a spread call, which a lowering of all costs much for.
  supported: { 'optional-chain': true },
  absWorkingDir: root,
  logLevel: 'warning',
  legalComments: 'none',
  charset: 'utf8',
} as const satisfies BuildOptions;

export async function bundleStyle(): Promise<string> {
  const { outputFiles } = await build({ ...common, entryPoints: [join(__dirname, 'phone.css')] });
  return outputFiles?.[0]?.text ?? '';
}

/** The texts of one language, which travel in the script: those of every page, of steps of any kind, and of one kind alone. */
export type ScriptWords = {
  readonly always: object;
  readonly shared: object;
  readonly kinds: Readonly<Record<string, object>>;
};

export type Script = {
  /** By name, which carries a hash of what is in it. */
  readonly files: Readonly<Record<string, string>>;
  /** What every page needs. */
  readonly always: readonly string[];
  /** What answers a step, whatever its kind, and says why something was refused. */
  readonly answering: readonly string[];
  /** What a step of this kind needs beside what is always there, with what answers it. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
};

/** The script of one language, in files named after it. A kind's part is what its `participant.tsx` exports as `<kind>Participant`. */
export async function bundleScript(name: string, words: ScriptWords): Promise<Script> {
  const kinds = Object.keys(words.kinds);
  const start = (parts: readonly string[], answering: string) =>
    `import { start } from './components/live/phone/client';
     start(${JSON.stringify(words.always)}, { ${parts.map((kind) => `${kind}: () => import('part:${kind}')`)} }${answering});`;
  const withAnswering = ", () => import('part:answering')";
  // What a page has already, no part has again, nor is it cut into as many files as there are ways of sharing it.
  const always = await importsOf(name, { start: start([], '') });
  const answering = `${always}
     export { createAnswering } from './components/live/phone/answering';
     export const words = ${JSON.stringify(words.shared)};`;
  const known = await importsOf(name, { start: start([], withAnswering), answering });
  const parts = kinds.map((kind) => [
    kind,
    `${known}
     export { ${kind}Participant as face } from './components/activities/${kind}/participant';
     export const words = ${JSON.stringify(words.kinds[kind])};`,
  ]);
  const { outputFiles, metafile } = await bundle(name, {
    start: start(kinds, withAnswering),
    answering,
    ...Object.fromEntries(parts),
  });
  const fileOf = (part: string) =>
    Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === `part:part:${part}`)?.[0] ?? '';
  /** The file with all that it imports from the beginning, each named once. */
  const withImports = (file: string): readonly string[] => [
    ...new Set([
      ...(metafile.outputs[file]?.imports ?? [])
        .filter(({ kind }) => kind === 'import-statement')
        .flatMap(({ path }) => withImports(path)),
      file,
    ]),
  ];
  const atOnce = withImports(fileOf('start'));
  const beside = (...needed: readonly string[]) => [
    ...new Set(
      needed
        .flatMap((part) => withImports(fileOf(part)))
        .filter((file) => !atOnce.includes(file))
        .map((file) => basename(file)),
    ),
  ];
  return {
    files: Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text])),
    always: atOnce.map((file) => basename(file)),
    answering: beside('answering'),
    parts: Object.fromEntries(kinds.map((kind) => [kind, beside('answering', kind)])),
  };
}

/** Imports of every module that these parts are made of. */
async function importsOf(name: string, parts: Readonly<Record<string, string>>): Promise<string> {
  const { metafile } = await bundle(name, parts);
  return Object.keys(metafile.inputs)
    .filter((file) => !file.startsWith('part:'))
    .map((file) => `import ${JSON.stringify(`./${file}`)};`)
    .join('\n');
}

/** `parts`: modules made here, which name each other `part:<name>`; the one called `start` is what a page loads. */
function bundle(name: string, parts: Readonly<Record<string, string>>) {
  const made: Plugin = {
    name: 'made-here',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^part:/ }, ({ path }) => ({ path, namespace: 'part' }));
      onLoad({ filter: /^part:/, namespace: 'part' }, ({ path }) => ({
        contents: parts[path.slice('part:'.length)],
        loader: 'ts',
        resolveDir: root,
      }));
    },
  };
  return build({
    ...common,
    entryPoints: [{ in: 'part:start', out: name }],
    outdir: folder,
    entryNames: '[name]-[hash]',
    chunkNames: `${name}-[hash]`,
    splitting: true,
    metafile: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [made, withoutUnused],
    // Inner names of socket.io and Preact, which begin so and never leave the bundle; no name on the wire does.
    mangleProps: /^_/,
    // socket.io writes two of them in quotes.
    mangleQuoted: true,
  });
}
