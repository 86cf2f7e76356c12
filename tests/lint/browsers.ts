// [PHONE7] The lint of what browsers can do: nothing that the pages call is younger than the oldest browsers that the README
// names. A program and not a test: jest takes minutes over twenty megabytes of data.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleScript, bundleStyle } from '../../components/live/phone/bundle';
import { phoneWords } from '../../components/live/phone/phone-messages';
import { browserslist } from '../../package.json';
import { missingInScript, missingInStyle, targetsOf } from './browser-needs';

const root = join(__dirname, '..', '..');

/** Names that only look like a young standard member, and members that are asked for before they are used. */
const OURS =
  'actions added cap changed command connection contentEncoding destroy details div element equals external forget format hide isValid layout level lines local locale ms mul neg node number opened override path priority properties query reasons reconnect records rem results role run session share side subscribe suffix take token transport unit when windows writable writeBuffer'.split(
    ' ',
  );
const ASKED_FOR: Readonly<Record<string, string>> = {
  moveBefore: 'Preact looks whether it is there',
  submitter: 'listen.ts remembers the pressed button where it is missing',
  WebTransport: 'engine.io looks whether it is there',
  createBidirectionalStream: 'of WebTransport',
  'Uint8Array.fromHex': '@noble/hashes looks whether it is there',
  toHex: '@noble/hashes looks whether it is there',
  'Error.captureStackTrace': 'zod looks whether it is there',
  stackTraceLimit: 'zod sets it only where the former is',
  'URL.canParse': 'zod looks whether it is there',
};

/** What a browser may pass over: the page is whole without it. */
const PASSED_OVER = [
  ...['appearance', 'color-scheme', 'forced-color-adjust', 'hyphens', 'print-color-adjust', 'text-size-adjust'],
  ...['text-wrap', ':focus-visible', ':has', ':-webkit-inner-spin-button', ':-webkit-outer-spin-button'],
  // The heat of a cell, whose figure stands in it.
  'color-mix()',
];

const namesOf = (missing: readonly string[]) => missing.map((line) => line.replace(/: [a-z]+ [\d.]+(, .*)?$/, ''));
const unexplained = (missing: readonly string[]) =>
  missing.filter((_, at) => {
    const name = namesOf(missing)[at] as string;
    return !OURS.includes(name) && !Object.hasOwn(ASKED_FOR, name);
  });
const needed = (missing: readonly string[]) =>
  missing.filter((_, at) => !PASSED_OVER.includes(namesOf(missing)[at] as string));

/** Our part of a page of Next; what React and Next themselves need is theirs to name, and higher than nothing of ours. */
async function pageScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    target: 'esnext',
    loader: { '.css': 'empty', '.module.css': 'empty' },
    logLevel: 'silent',
    external: ['react', 'react-dom', 'next', 'next/*', 'next-intl', 'next-intl/*'],
  });
  return outputFiles[0]?.text ?? '';
}

const PAGES = [
  'components/console/console.tsx',
  'components/wall/wall.tsx',
  'components/organiser/organiser.tsx',
  'components/organiser/roll-up/roll-up-page.tsx',
  'components/verify/verify-archive.tsx',
];

/** The lint itself must still see what broke phones before. */
function blindSpots(): string[] {
  const old =
    "Object.hasOwn(a, 'b'); [1].at(-1); crypto.randomUUID(); structuredClone(a); /(?<=a)b/.test(c); d.submitter";
  const seen = namesOf(missingInScript(old, targetsOf(browserslist.phone)));
  return ['Object.hasOwn', 'at', 'randomUUID', 'lookbehind', 'structuredClone', 'submitter'].filter(
    (name) => !seen.includes(name),
  );
}

function unnamedInReadme(): string[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8').toLowerCase();
  return [...browserslist.phone, ...browserslist.production].filter(
    (line) => !readme.includes(line.replace(' >= ', ' ')),
  );
}

async function main(): Promise<void> {
  const problems: string[] = [];
  const report = (where: string, missing: readonly string[]) =>
    problems.push(...missing.map((one) => `${where}: ${one}`));
  const phone = targetsOf(browserslist.phone);
  const pages = targetsOf(browserslist.production);
  const { files } = await bundleScript('phone', phoneWords('en'));
  report('the phone’s script', unexplained(missingInScript(Object.values(files).join('\n'), phone)));
  report('the phone’s style', needed(missingInStyle(await bundleStyle(), phone)));
  for (const entry of PAGES) report(entry, unexplained(missingInScript(await pageScript(entry), pages)));
  for (const folder of ['app', 'components']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      // Styles of components that are no modules are the phone's, looked at above.
      if (!name.endsWith(folder === 'app' ? '.css' : '.module.css')) continue;
      report(join(folder, name), needed(missingInStyle(readFileSync(join(root, folder, name), 'utf8'), pages)));
    }
  }
  report('this lint no longer sees', blindSpots());
  report('README.md does not name', unnamedInReadme());
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

void main();
