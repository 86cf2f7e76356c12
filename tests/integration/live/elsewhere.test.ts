// A room that another node owns, and one of this node's own again.
import { createContainer, memoryStorage } from '../../../server/container';
import { alwaysMine, type Owner } from '../../../server/live/room-owner';
import { connect, newId, refusalOf } from '../../support/client';
import { silent, TEST_SECRET } from '../../support/server';
import { inAll, smallWorkshop } from '../../support/workshop';

async function startNode(ownerOf: (sessionId: string) => Owner) {
  const storage = memoryStorage();
  const read: string[] = [];
  const store: typeof storage.store = {
    ...storage.store,
    read: (...asked) => {
      read.push(asked[0]);
      return storage.store.read(...asked);
    },
  };
  const container = createContainer({
    storage: { ...storage, store },
    secret: TEST_SECRET,
    logger: silent,
    owner: { ownerOf: async (sessionId) => ownerOf(sessionId) },
  });
  const workshop = await container.sessions.saveWorkshop({ slug: 'w', title: inAll('W'), design: smallWorkshop });
  const session = await container.openSession({ workshopId: workshop.id, design: smallWorkshop, rehearsal: false });
  const port = await container.listen({ host: '127.0.0.1', port: 0 });
  const [facilitatorToken, screenToken] = (['facilitator', 'screen'] as const).map((role) =>
    container.tokens.linkToken(role, session.sessionId),
  ) as [string, string];
  return { ...session, facilitatorToken, screenToken, container, read, url: `http://127.0.0.1:${port}` };
}

const wish = () => ({ id: newId(), type: 'participant.join', groupId: 'heads' });

test('[WIRE19] a room of another node is not opened, by whichever way in, until it is our own', async () => {
  const asked: string[] = [];
  let owner: Owner = { address: 'http://10.0.0.2:3000' };
  const node = await startNode((sessionId) => {
    asked.push(sessionId);
    return owner;
  });
  const { code, sessionId, facilitatorToken: token, url, container, read } = node;
  try {
    expect(await refusalOf(node, {})).toBe('retry');
    expect(await refusalOf(node, { role: 'facilitator', token })).toBe('retry');
    const form = new URLSearchParams({ type: 'participant.join', groupId: 'heads' });
    const ways: readonly (readonly [string, RequestInit?])[] = [
      [`/j/${code}`],
      [`/j/${code}/act`, { method: 'POST', body: form }],
      [`/api/sessions/${code}`],
      [`/api/sessions/${code}/join`, { method: 'POST', body: '{}' }],
      [`/api/sessions/${code}/commands`, { method: 'POST', body: JSON.stringify(wish()) }],
      [`/api/sessions/${code}/exports/draft.pdf`, { headers: { authorization: `Bearer ${token}` } }],
    ];
    for (const [path, init] of ways) {
      const response = await fetch(url + path, { redirect: 'manual', ...init });
      expect([path, response.status, await response.json()]).toEqual([
        path,
        503,
        { ok: false, code: 'retry', retryAfterMs: 1_000 },
      ]);
    }
    await expect(container.rooms.open(code)).rejects.toMatchObject({ address: 'http://10.0.0.2:3000' });
    expect(new Set(asked)).toEqual(new Set([sessionId]));
    expect(asked).toHaveLength(2 + ways.length + 1);
    expect(read).toEqual([]);
    // A code that nobody has stays a wrong code.
    expect(await refusalOf({ url, code: 'AAAAAA' }, {})).toBe('unknown_session');

    owner = 'mine';
    const phone = await connect(node);
    expect(await phone.send(wish() as never)).toMatchObject({ ok: true });
    phone.close();
    expect(asked).toHaveLength(2 + ways.length + 2);
  } finally {
    await container.close();
  }
});

test('one node owns every room', async () => {
  expect(await alwaysMine.ownerOf('any')).toBe('mine');
});
