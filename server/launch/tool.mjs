// Runs one of the project's TypeScript programs: node server/launch/tool.mjs <file.ts> [arguments]
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { installPackages } from './prepare.mjs';

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node server/launch/tool.mjs <file.ts> [arguments]');
  process.exit(1);
}
if (!existsSync(new URL('../../node_modules', import.meta.url))) await installPackages();
const require = createRequire(import.meta.url);
require('tsx/cjs');
process.argv = [process.execPath, resolve(file), ...rest];
require(resolve(file));
