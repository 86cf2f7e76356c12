// What an import does on the thread that counts votes, and what it leaves for the room's first opening.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { linesOf } from '../../../server/audit/lines-of';
import { sha256 } from '../../../server/audit/node-sha256';
import { createMemoryEventStore } from '../../../server/data/memory-event-store';
import { createMemoryImports } from '../../../server/data/memory-imports';
import { createMemorySessions } from '../../../server/data/memory-sessions';
import { endsOf } from '../../../server/import/ends-of';
import { importArchive } from '../../../server/import/import-archive';
import { writeHere } from '../../../server/import/write-facts';
import { openLog } from '../../../server/live/open-log';
import { FEWEST_EVENTS } from '../../../server/live/snapshots';
import type { GoodVerdict } from '../../../server/verify/check-archive';
import { checkArchive } from '../../../server/verify/check-archive';
import { organiser } from '../../support/organiser';
import { sealed } from '../../support/sealed';
import { playSeminar } from '../../support/seminar';
import { Session } from '../../support/specification';

const folder = mkdtempSync(path.join(tmpdir(), 'eles-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (lines: readonly string[]) => () => linesOf(chunks(lines));
async function* chunks(lines: readonly string[]) {
  yield new TextEncoder().encode(`${lines.join('\n')}\n`);
}

test('[IMP9] the thread that counts never opens the file', async () => {
  const lines = sealed(playSeminar());
  const verdict = (await checkArchive(open(lines), sha256)) as GoodVerdict;
  const ends = await endsOf(open(lines)());
  const store = createMemoryEventStore();
  const sessions = createMemorySessions(store);
  const written: string[] = [];
  const result = await importArchive(
    organiser,
    '/nowhere.eles',
    { replace: [] },
    {
      ...{ store, sessions, imports: createMemoryImports(store, sessions), ownKeys: [] },
      check: async () => ({ ...verdict, ends }),
      write: async (_file, sessionId) => void written.push(sessionId),
      canBePrinted: async () => true,
      withhold: async () => () => {},
      now: () => new Date(0),
    },
  );
  expect(result).toMatchObject({ ok: true, known: false, verdict: { facts: lines.length - 2 } });
  expect(result).not.toHaveProperty('verdict.ends');
  expect(written).toEqual([verdict.sessionId]);
});

/** A session long enough to be given a snapshot. */
function longSession(): Session {
  const session = new Session();
  session.wish('one', { type: 'participant.join', groupId: 'heads' });
  session.wish('facilitator', { type: 'session.start' });
  session.wish('facilitator', { type: 'activity.open', activityId: 'ask' });
  for (let turn = 0; session.log.length < FEWEST_EVENTS; turn += 1)
    session.wish('one', { type: 'idea.submit', activityId: 'ask', ideaId: 'same', text: `Жооп ${turn}`, lang: 'ky' });
  session.wish('facilitator', { type: 'session.end' });
  return session;
}

test.each([0, 700])(
  '[IMP9] the room of an imported log opens from a snapshot, with %i facts written before',
  async (before) => {
    const lines = sealed(longSession());
    const file = path.join(folder, 'long.eles');
    writeFileSync(file, `${lines.join('\n')}\n`);
    const store = createMemoryEventStore();
    const { sessionId } = JSON.parse(lines[0] ?? '') as { sessionId: string };
    await store.append(
      lines.slice(1, 1 + before).map((body) => {
        const { seq, type, commandId } = JSON.parse(body) as { seq: number; type: string; commandId: string };
        return { sessionId, seq, type, commandId, body };
      }),
    );
    await writeHere(store)(file, sessionId);
    const opened = await openLog(store, sessionId);
    const folded = await openLog({ ...store, latestSnapshot: async () => undefined }, sessionId);
    expect(opened?.snapshotSeq).toBe(lines.length - 2);
    expect(opened?.state).toEqual(folded?.state);
    expect(opened?.lastHash).toBe(folded?.lastHash);
    expect(opened?.olderCommands).toHaveLength(6 * (folded?.laterCommands.size ?? 0));
  },
);

test('[IMP9] what lies far behind its snapshot is folded elsewhere before a room opens', async () => {
  const lines = sealed(longSession());
  const file = path.join(folder, 'behind.eles');
  writeFileSync(file, `${lines.join('\n')}\n`);
  const store = createMemoryEventStore();
  const { sessionId } = JSON.parse(lines[0] ?? '') as { sessionId: string };
  await writeHere({ ...store, saveSnapshot: async () => {} })(file, sessionId);
  let folds = 0;
  const fold = async () => {
    folds += 1;
    await writeHere(store)(file, sessionId);
  };
  expect((await openLog(store, sessionId, { from: lines.length, fold }))?.snapshotSeq).toBe(0);
  expect(folds).toBe(0);
  expect((await openLog(store, sessionId, { from: 100, fold }))?.snapshotSeq).toBe(lines.length - 2);
  expect(folds).toBe(1);
  // A fold that fails leaves the log as it is: it is folded here.
  expect((await openLog(store, sessionId, { from: 100, fold: async () => undefined }))?.state.seq).toBe(
    lines.length - 2,
  );
});
