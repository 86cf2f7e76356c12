import { CommandMemory, commandKey, packHashes } from '../../../server/live/command-memory';

const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `someone|command-${from + i}`);

test('[CMD2] what was added or unpacked is never missed', () => {
  const memory = new CommandMemory();
  memory.addPacked(packHashes(keys(0, 5_000)));
  for (const key of keys(5_000, 10_000)) memory.add(key);
  expect(keys(0, 10_000).filter((key) => !memory.mayHold(key))).toEqual([]);
  expect(memory.size).toBe(10_000);
});

test('what was never added is as good as never taken for known', () => {
  const memory = new CommandMemory();
  memory.addPacked(packHashes(keys(0, 20_000)));
  expect(keys(20_000, 40_000).filter((key) => memory.mayHold(key))).toEqual([]);
});

test('six bytes a command, a repeated key once', () => {
  expect(packHashes([...keys(0, 10), ...keys(0, 10)])).toHaveLength(60);
});

test('two people may choose the same command id', () => {
  const key = (id: string) => commandKey({ role: 'participant', id }, 'c'.repeat(16));
  expect(key('one')).not.toBe(key('two'));
});
