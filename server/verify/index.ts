// npm run -s verify -- FILE: checks an archive without a server and without a database. One JSON line for programs, one
// sentence for people; exit code 1 when anything in the file cannot be believed, or is not what it was held against.
import { createReadStream } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { terminalLocale } from '../../i18n/terminal';
import { readExpectation } from '../audit/expectation';
import { linesOf } from '../audit/lines-of';
import { sha256 } from '../audit/node-sha256';
import { fitsWhatWasGiven } from './beliefs';
import { checkArchive } from './check-archive';
import { badExpectation, sentenceOf, unreadable } from './sentence';

const USAGE = `Usage: npm run -s verify -- FILE.eles [--expect HASH] [--lang ky|ru|en]
HASH: the closing hash that was on the wall or is in the papers; or the fingerprint of the key that stood beside it.`;

async function main(): Promise<void> {
  const options = { lang: { type: 'string' }, expect: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error(USAGE);
  const locale = terminalLocale(values.lang);
  const expect = values.expect === undefined ? undefined : readExpectation(values.expect);
  if (values.expect !== undefined && expect === undefined) throw new Error(`${badExpectation(locale)}\n${USAGE}`);
  try {
    const verdict = await checkArchive(() => linesOf(createReadStream(file)), sha256, { expect });
    console.log(JSON.stringify(verdict));
    console.log(sentenceOf(verdict, locale));
    process.exitCode = verdict.ok && fitsWhatWasGiven(verdict) ? 0 : 1;
  } catch (error) {
    // The file is not there, or not for us to read: nothing is said of what is in it.
    if (!(error instanceof Error && 'code' in error)) throw error;
    console.log(JSON.stringify({ ok: false, code: 'unreadable', why: error.message }));
    console.log(unreadable(locale));
    process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
