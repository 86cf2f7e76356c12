import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '../../..');

function similar(input: string): unknown[] {
  const ran = spawnSync(process.execPath, ['server/launch/tool.mjs', 'server/similar/index.ts'], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  expect(ran.stderr).toBe('');
  expect(ran.status).toBe(0);
  return ran.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

const line = (id: unknown, a: unknown, b: unknown) => `${JSON.stringify({ id, a, b })}\n`;

test('a pair a line in, an answer a line out, in order, bad lines answered with an error', () => {
  const answers = similar(
    [
      line('typing', 'Жаңы көпүрө куруу', 'жаны копуро куруу'),
      'not json\n',
      line(7, 'only one side', undefined),
      '[1]\n\n',
      line('opposite', 'Marijuana should be legalized and taxed.', 'Marijuana should not be legalized.'),
      line('different', 'Replace worn-out water pipes', 'Open a youth centre'),
      line('translation', 'Отремонтировать крышу школы', 'Repair the school roof'),
      line(null, '', ''),
    ].join(''),
  );
  expect(answers).toEqual([
    { id: 'typing', score: 1, suggest: true, opposite: false },
    { error: 'not JSON' },
    { id: 7, error: 'a and b must be texts' },
    { error: 'not an object' },
    { id: 'opposite', score: expect.any(Number), suggest: false, opposite: true },
    { id: 'different', score: expect.any(Number), suggest: false, opposite: false },
    { id: 'translation', score: expect.any(Number), suggest: true, opposite: false },
    { id: null, score: 0, suggest: false, opposite: false },
  ]);
});

test('no lines in, none out', () => {
  expect(similar('')).toEqual([]);
});
