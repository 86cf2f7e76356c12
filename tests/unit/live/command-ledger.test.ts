// What a room remembers of its commands, with a log whose every answer the test decides.
import type { LogRow } from '../../../server/data/event-store';
import type { Actor } from '../../../server/engine/vocabulary';
import { CommandLedger } from '../../../server/live/command-ledger';
import { commandKey, packHashes } from '../../../server/live/command-memory';
import { recordEvent } from '../../../server/live/log-line';
import { silent } from '../../support/server';

const AIDA: Actor = { role: 'participant', id: 'aida' };
const BEK: Actor = { role: 'participant', id: 'bek' };
const id = (n: number) => `command-${String(n).padStart(12, '0')}`;
const key = (n: number, actor = AIDA) => commandKey(actor, id(n));
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** A row of the log in which `actor` had his `n`th command. */
function rowOf(seq: number, actor: Actor, n: number): LogRow {
  const by = { actor, commandId: id(n), at: 0, seq, prev: '' };
  const { line } = recordEvent({ type: 'ParticipantJoined', data: { groupId: 'heads' } } as never, by);
  return { sessionId: 's', seq, type: 'ParticipantJoined', commandId: id(n), body: line };
}

function open({
  log = [] as readonly LogRow[],
  older = [] as readonly string[],
  later = [] as readonly string[],
  sizes = { exact: 4, idle: 3 },
} = {}) {
  const asked: string[] = [];
  const store = {
    async findCommand(sessionId: string, commandId: string) {
      asked.push(`${sessionId} ${commandId}`);
      return log.filter((row) => row.commandId === commandId);
    },
  };
  const opened = { olderCommands: packHashes(older), laterCommands: new Set(later) };
  return { ledger: new CommandLedger(opened, { sessionId: 's', store, logger: silent, sizes }), asked };
}

test('[CMD1] a command is known by its place from the moment it leads to facts', () => {
  const { ledger } = open();
  expect([ledger.seqOf(key(1)), ledger.isInDoubt(key(1))]).toEqual([undefined, false]);
  ledger.recorded(key(1), 7);
  expect([ledger.seqOf(key(1)), ledger.isInDoubt(key(1))]).toEqual([7, false]);
  expect(ledger.seqOf(key(1, BEK))).toBeUndefined();
});

test('[CMD2] what was in the log when the room opened is in doubt, and the log says where it is, by its sender', async () => {
  const log = [rowOf(2, AIDA, 1), rowOf(3, BEK, 1), rowOf(4, AIDA, 1), rowOf(5, BEK, 2)];
  const { ledger, asked } = open({ log, older: [key(1)], later: [key(2, BEK)] });
  expect([key(1), key(2, BEK), key(3)].map((one) => ledger.isInDoubt(one))).toEqual([true, true, false]);
  // The last of its facts, whoever else chose the same id.
  expect(await ledger.find(AIDA, id(1))).toBe(4);
  expect(await ledger.find(BEK, id(1))).toBe(3);
  expect(asked).toEqual([`s ${id(1)}`, `s ${id(1)}`]);
});

test('a hit by chance is nothing in the log', async () => {
  const { ledger } = open({ log: [rowOf(2, BEK, 1)], older: [key(1)] });
  expect(await ledger.find(AIDA, id(1))).toBeUndefined();
});

test('a log that does not answer leaves the doubt', async () => {
  const store = { findCommand: async () => Promise.reject(new Error('away')) };
  const opened = { olderCommands: packHashes([key(1)]), laterCommands: new Set<string>() };
  const ledger = new CommandLedger(opened, { sessionId: 's', store, logger: silent });
  expect(await ledger.find(AIDA, id(1))).toBe('unavailable');
  expect(ledger.isInDoubt(key(1))).toBe(true);
});

test('[CMD2] old places are forgotten, the commands are not', () => {
  const { ledger } = open();
  for (const n of upTo(5)) ledger.recorded(key(n), n);
  ledger.committed(5);
  expect(upTo(5).map((n) => ledger.seqOf(key(n)))).toEqual([undefined, undefined, undefined, 4, 5]);
  expect(upTo(5).map((n) => ledger.isInDoubt(key(n)))).toEqual([true, true, true, false, false]);
});

test('[CMD2] what is not in the log yet keeps its place: the log could not be asked about it', () => {
  const { ledger } = open();
  for (const n of upTo(6)) ledger.recorded(key(n), n);
  ledger.committed(2);
  expect(upTo(6).filter((n) => ledger.isInDoubt(key(n)))).toEqual([1, 2]);
  ledger.committed(6);
  expect(upTo(6).filter((n) => ledger.isInDoubt(key(n)))).toEqual([1, 2]);
});

test('[CMD6] of the commands that changed nothing the latest are known', () => {
  const { ledger } = open();
  for (const n of upTo(5)) ledger.changedNothing(key(n), n);
  expect(upTo(5).map((n) => ledger.seqOf(key(n)))).toEqual([undefined, undefined, 3, 4, 5]);
  expect(upTo(5).some((n) => ledger.isInDoubt(key(n)))).toBe(false);
});

test('[WIRE7] what the log did not take is as if it had never come, with all that was judged to change nothing', () => {
  const { ledger } = open();
  ledger.recorded(key(1), 1);
  ledger.recorded(key(2), 2);
  ledger.changedNothing(key(3), 2);
  ledger.failed(key(2));
  expect(upTo(3).map((n) => ledger.seqOf(key(n)))).toEqual([1, undefined, undefined]);
  expect(upTo(3).some((n) => ledger.isInDoubt(key(n)))).toBe(false);
});

test('[LOG4] a log that moved on is what counts: its commands are in doubt, the places known before are not', () => {
  const { ledger } = open({ later: [key(1)] });
  ledger.recorded(key(2), 9);
  ledger.replaced({ olderCommands: packHashes([key(3)]), laterCommands: new Set([key(4)]) });
  expect(upTo(4).map((n) => ledger.isInDoubt(key(n)))).toEqual([false, false, true, true]);
  expect(ledger.seqOf(key(2))).toBeUndefined();
});
