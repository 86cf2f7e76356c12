import { linesOf } from '../../../server/audit/lines-of';
import { sha256 } from '../../../server/audit/node-sha256';
import { type BadRecord, recount, type Totals } from '../../../server/audit/recount';
import { archiveOf, playSeminar } from '../../support/seminar';

const session = playSeminar();
const lines = archiveOf(session);
const totals = async (of: readonly string[] = lines) => (await recount(of, sha256)) as Totals;
const bad = async (of: readonly string[]) => (await recount(of, sha256)) as BadRecord;
const without = (at: number) => lines.filter((_, place) => place !== at);
const replace = (at: number, line: string) => lines.map((old, place) => (place === at ? line : old));

test('[EXP5] votes, judgements, ideas, actions and people come out as the engine counts them', async () => {
  const { votes, endorsements, ...rest } = await totals();
  const { vote } = session.state.activities.vote ?? {};
  expect(votes.vote?.ballots).toBe(7);
  if (vote?.tally.method !== 'dots') throw new Error('no dots');
  for (const [option, { dots, supporters, dotsByGroup }] of Object.entries(vote.tally.options)) {
    const standing = Object.fromEntries(Object.entries(dotsByGroup).filter(([, given]) => given > 0));
    expect(votes.vote?.options[option]).toEqual({ dots, supporters, dotsByGroup: standing });
  }
  expect(votes.vote?.options.p1).toEqual({
    dots: 15,
    supporters: 7,
    dotsByGroup: { communities: 7, civil: 6, heads: 2 },
  });
  expect(endorsements.endorse?.['goal:p1']).toEqual([6, 0, 0, 0, 0, 0, 0, 1]);
  expect(rest).toMatchObject({
    seq: session.state.seq,
    participants: 8,
    participantsByGroup: { communities: 4, civil: 3, heads: 1 },
    ideas: { collect: 6 },
    actions: { plan: 1 },
    tookPart: { collect: 5, vote: 7, plan: 1, endorse: 7 },
  });
});

test('[EXP5] every command that left a fact is known by its sender, its id and its last seq', async () => {
  const { commands } = await totals();
  for (const { actor, commandId, seq } of session.log) {
    const sender = actor.role === 'participant' ? actor.id : actor.role;
    expect(commands.get(`${sender} ${commandId}`)).toBeGreaterThanOrEqual(seq);
  }
});

test('[EXP4] a changed line breaks the chain at the line after it', async () => {
  const at = lines.findIndex((line) => line.includes('"dots":3'));
  const forged = replace(at, (lines[at] ?? '').replace('"dots":3', '"dots":1'));
  expect(await bad(forged)).toEqual({
    badRecord: at + 2,
    code: 'chain_broken',
    why: 'the chain is broken: prev is not the hash of the line before',
  });
});

test('[EXP4] the last fact changed is caught by the trailer', async () => {
  const at = lines.length - 2;
  expect(await bad(replace(at, (lines[at] ?? '').replace('1900000000000', '1900000000001')))).toEqual({
    badRecord: lines.length,
    code: 'wrong_seal',
    why: 'the closing hash is not the hash of the last line',
  });
});

test.each([
  ['a missing fact', without(5), 6],
  ['a repeated fact', [...lines.slice(0, 6), ...lines.slice(5)], 7],
  ['two facts exchanged', replace(5, lines[6] ?? '').map((line, at) => (at === 6 ? (lines[5] ?? '') : line)), 6],
  ['a file that was cut off', lines.slice(0, -1), lines.length],
  ['a file cut off and sealed again', [...lines.slice(0, 9), lines[lines.length - 1] ?? ''], 10],
  ['something after the trailer', [...lines, lines[3] ?? ''], lines.length + 1],
  ['no header', lines.slice(1), 1],
  ['a line that is not JSON', replace(4, '{"seq":'), 5],
  ['a line that is not an object', replace(4, '[]'), 5],
  ['nothing', [], 1],
])('[EXP4] %s is named by its record', async (_what, of, record) => {
  expect((await bad(of)).badRecord).toBe(record);
});

test('[VER7] what is no archive is known by its first thousand signs, not parsed to its end', async () => {
  const million = 1_000_000;
  const header = lines[0] ?? '';
  expect(header.length).toBeLessThan(200);
  for (const first of ['['.repeat(million), header.replace('{', `{"a":"${'a'.repeat(million)}",`)])
    expect(await bad(replace(0, first))).toMatchObject({ badRecord: 1, code: 'not_an_archive' });
  // A whole archive in one line is still known as one that a program has changed.
  expect(await bad([lines.join('\r')])).toMatchObject({ badRecord: 1, code: 'line_ends' });
});

test('[EXP4] lines end at line feeds only, wherever the chunks and the letters are cut', async () => {
  const texts = ['{"a":"бир\u2028эки"}', '{"b":"ң"}', ''];
  const bytes = Buffer.from(`${texts.slice(0, 2).join('\n')}\n`);
  for (const size of [1, 2, 3, 100]) {
    const read: string[] = [];
    const chunks = async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    };
    for await (const line of linesOf(chunks())) read.push(line);
    expect(read).toEqual(texts.slice(0, 2));
  }
});

test('[VER3] outcomes are selected again from the ballots, and a forged one is seen', async () => {
  expect((await totals()).outcomes).toEqual([{ activity: 'vote', seq: expect.any(Number), verdict: 'agrees' }]);
  const log = session.log.map((fact) =>
    fact.type === 'OutcomeDeclared' ? { ...fact, data: { ...fact.data, selected: ['i3'] } } : fact,
  );
  const forged = archiveOf({ state: session.state, log } as never);
  expect((await totals(forged)).outcomes).toMatchObject([{ verdict: 'differs' }]);
});

test('[VOTE16] an option that was struck is selected by no recount, whatever the log declares', async () => {
  const struck = playSeminar();
  struck.wish('facilitator', { type: 'option.strike', activityId: 'vote', option: 'p1' });
  const outcomes = async (lines: readonly string[]) => (await totals(lines)).outcomes;
  expect(await outcomes(archiveOf(struck))).toMatchObject([{ verdict: 'agrees' }, { verdict: 'agrees' }]);
  const last = struck.log.findLastIndex(({ type }) => type === 'OutcomeDeclared');
  const kept = struck.log.find(({ type }) => type === 'OutcomeDeclared');
  expect(kept?.data).toMatchObject({ selected: expect.arrayContaining(['p1']) });
  expect(struck.log[last]?.data).toMatchObject({ selected: expect.not.arrayContaining(['p1']) });
  const log = struck.log.map((fact, at) => (at === last ? { ...fact, data: kept?.data } : fact));
  expect(await outcomes(archiveOf({ state: struck.state, log } as never))).toMatchObject([
    { verdict: 'agrees' },
    { verdict: 'differs' },
  ]);
});

test('[VER1] a byte that is no text is named by its record', async () => {
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const at = bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 20;
  bytes[at] = 0xff;
  const chunks = async function* () {
    yield bytes;
  };
  expect(await recount(linesOf(chunks()), sha256)).toMatchObject({ badRecord: 3, code: 'not_text' });
});
