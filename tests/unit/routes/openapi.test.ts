// The document of the API and the pages that explain it say what the rows say, and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_NAMES, TABLE_NAMES } from '../../../server/protocol/downloads';
import { openApi } from '../../../server/routes/openapi';
import { ROWS } from '../../../server/routes/table';

const docs = join(__dirname, '..', '..', '..', 'docs');

test('[WIRE21] docs/schema/openapi.json is what the rows make (npm run -s openapi)', () => {
  const kept = JSON.parse(readFileSync(join(docs, 'schema', 'openapi.json'), 'utf8'));
  expect(kept).toEqual(JSON.parse(JSON.stringify(openApi(ROWS))));
});

/** As the pages write addresses. */
const NAMES: Readonly<Record<string, string>> = { ':code': 'CODE', ':id': 'ID', ':name': 'NAME' };
const rows = ROWS.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, (name) => NAMES[name] ?? name)}`);

/** Addresses in backticks, with a method or as those that a table lists; what they stand for. */
function named(): { readonly said: readonly string[]; readonly listed: readonly string[] } {
  const folder = join(docs, 'protocol');
  const text = readdirSync(folder)
    .map((page) => readFileSync(join(folder, page), 'utf8'))
    .join('\n');
  const found = [...text.matchAll(/`(?:(GET|POST) )?(\/[^`\s?#…]*)(?:[?#][^`\s]*)?`/g)].flatMap(
    ([, method, path = '']) => whole(path).map((one) => ({ method, path: one })),
  );
  return {
    said: found.flatMap(({ method, path }) => (method === undefined ? [] : [`${method} ${path}`])),
    listed: found.flatMap(({ method, path }) => (method === undefined ? [`GET ${path}`] : [])),
  };
}

function whole(path: string): readonly string[] {
  if (path.includes('FORMAT')) return DOCUMENT_NAMES.map((name) => path.replace('FORMAT', name));
  return path.includes('TABLE') ? TABLE_NAMES.map((name) => path.replace('TABLE', name)) : [path];
}

test('[WIRE21] every address that docs/protocol names is a row, and every row is named there', () => {
  const { said, listed } = named();
  expect(said.filter((one) => !one.includes('/socket.io/') && !rows.includes(one))).toEqual([]);
  expect(rows.filter((row) => !said.includes(row) && !listed.includes(row))).toEqual([]);
});
