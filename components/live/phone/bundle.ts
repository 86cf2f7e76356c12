// How the phone's script and style are bundled, and for which browsers: those of `browserslist.phone` in package.json.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { browserslist } from '../../../package.json';

const root = join(__dirname, '..', '..', '..');

/** `chrome >= 80` as esbuild says it: `chrome80`. */
const target = browserslist.phone.map((line) => line.replace(' >= ', ''));

const own = (file: string) => readFileSync(join(__dirname, file), 'utf8');

/** Our server speaks no WebTransport, and all that we say is text: parts of socket.io that could never run. */
const withoutUnused: Plugin = {
  name: 'without-unused',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /engine\.io-client.+webtransport\.js$/ }, () => ({ contents: 'export const WT = undefined;' }));
    onLoad({ filter: /engine\.io-client.+parseuri\.js$/ }, () => ({ contents: own('text-address.ts'), loader: 'ts' }));
    // A line changes its way by dialling anew (way.ts), never by socket.io's upgrade from polling.
    onLoad({ filter: /engine\.io-client.+esm.socket\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^ {4}_?probe\(name\) \{[\s\S]*?^ {4}\}$/m, ''),
    }));
    // Eight ways of listening to everything and a queue of its own, which nobody here uses.
    onLoad({ filter: /socket\.io-client.+esm.socket\.js$/ }, ({ path }) => ({
      resolveDir: dirname(path),
      contents: readFileSync(path, 'utf8').replace(
        /^ {4}(?:(?:on|prepend|off|listeners)Any(?:Outgoing)?|(_drainQueue)|_addToQueue)\([^)]*\) \{[\s\S]*?^ {4}\}$/gm,
        (_, kept?: string) => (kept === undefined ? '' : `${kept}() {}`),
      ),
    }));
    onResolve({ filter: /^socket\.io-parser$/ }, () => ({ path: join(__dirname, 'text-parser.ts') }));
    onResolve({ filter: /^engine\.io-parser$/ }, () => ({ path: join(__dirname, 'text-frames.ts') }));
  },
};

const common: BuildOptions = {
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
};

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...common, ...options });
  return outputFiles?.[0]?.text ?? '';
}

export function bundleStyle(): Promise<string> {
  const contents = '@import "./app/tokens.css"; @import "./components/live/phone/phone.css";';
  return bundle({ stdin: { contents, loader: 'css', resolveDir: root } });
}

/** `messages`: the texts of one language, which travel in the script. */
export function bundleScript(messages: unknown): Promise<string> {
  const contents = `import { start } from './components/live/phone/client'; start(${JSON.stringify(messages)});`;
  return bundle({
    stdin: { contents, loader: 'ts', resolveDir: root },
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutUnused],
    // Inner names of socket.io and Preact, which begin so and never leave the bundle; no name on the wire does.
    mangleProps: /^_/,
    // socket.io writes two of them in quotes.
    mangleQuoted: true,
  });
}
