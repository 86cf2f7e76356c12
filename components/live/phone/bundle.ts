// How the phone's script and style are bundled, and for which browsers: those of `browserslist.phone` in package.json.
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { browserslist } from '../../../package.json';

const root = join(__dirname, '..', '..', '..');

/** `chrome >= 80` as esbuild says it: `chrome80`. */
const target = browserslist.phone.map((line) => line.replace(' >= ', ''));

/** Our server speaks no WebTransport, and a hall's http page has none: half a kilobyte for nothing. */
const withoutWebTransport: Plugin = {
  name: 'without-webtransport',
  setup({ onLoad }) {
    onLoad({ filter: /engine\.io-client.+webtransport\.js$/ }, () => ({ contents: 'export const WT = undefined;' }));
  },
};

const common: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  target,
  absWorkingDir: root,
  logLevel: 'warning',
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
    plugins: [withoutWebTransport],
  });
}
