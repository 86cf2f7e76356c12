// npm run -s import -- FILE.eles …: brings archives from other servers into the running one, over HTTP like the organiser's page.
import { openAsBlob, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { terminalLocale } from '../../i18n/terminal';
import { readExpectation } from '../audit/expectation';
import { badExpectation } from '../verify/sentence';
import { sentenceOfImport } from './sentence';

const USAGE = `Usage: npm run -s import -- FILE.eles … [--expect HASH] [--organiser LINK] [--lang ky|ru|en]
HASH: the closing hash that was on the wall or is in the papers, for one FILE.`;

function organiserLink(given: string | undefined): URL {
  const link = given ?? startedHere();
  if (link === undefined || !URL.canParse(link) || new URL(link).hash.length < 2)
    throw new Error(`Start the server first (npm start), or give the organiser's link.\n${USAGE}`);
  return new URL(link);
}

function startedHere(): string | undefined {
  // The data folder that `npm start` was told of.
  const file = path.join(path.resolve(process.env.ELES_DATA_DIR || '.data'), 'start.json');
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { readonly organiserUrl: string }).organiserUrl;
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const options = { expect: { type: 'string' }, organiser: { type: 'string' }, lang: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const { expect } = values;
  if (positionals.length === 0 || (expect !== undefined && positionals.length > 1)) throw new Error(USAGE);
  const { origin, hash } = organiserLink(values.organiser);
  const locale = terminalLocale(values.lang);
  if (expect !== undefined && readExpectation(expect) === undefined)
    throw new Error(`${badExpectation(locale)}\n${USAGE}`);
  const query = expect === undefined ? '' : `?${new URLSearchParams({ expect })}`;
  for (const file of positionals) {
    const response = await fetch(`${origin}/api/organiser/archives${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${hash.slice(1)}`, 'content-type': 'application/x-ndjson' },
      body: await openAsBlob(file),
    });
    const answer = await response.json();
    console.log(JSON.stringify({ file, ...answer }));
    console.log(sentenceOfImport(answer, locale));
    if (!answer.ok) process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
