// A laptop whose clock is set while the seminar runs, or while the server is down.
import { memoryStorage } from '../../../server/container';
import type { FacilitatorView } from '../../../server/engine/views';
import { connect } from '../../support/client';
import { startTestServer } from '../../support/server';

const HOUR = 3_600_000;

test('[SES11] a clock set back while the session runs stops the timer and is said on the console', async () => {
  let set = 0;
  const server = await startTestServer({ clock: () => Date.now() + set, steady: () => performance.now() });
  const facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'timer.start', seconds: 300 });
  set = -4 * HOUR;
  const view = () => facilitator.view as FacilitatorView;
  await facilitator.until(() => view().clockJump !== undefined, 'the clock to be noticed');
  expect(view().clockJump?.by).toBeLessThan(-3 * HOUR);
  expect(view().timer).toBeUndefined();
  facilitator.close();
  await server.close();
});

test('[SES11] a clock that is behind the last fact is noticed when the room opens, once', async () => {
  const storage = memoryStorage();
  const first = await startTestServer({ storage, clock: () => Date.now() + 2 * HOUR });
  const facilitator = await connect(first, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'timer.start', seconds: 300 });
  facilitator.close();
  const session = { code: first.code, sessionId: first.sessionId };
  for (const seen of [1, 1]) {
    const next = await startTestServer({ storage, session });
    const again = await connect(next, { role: 'facilitator', code: session.code });
    await again.until(() => (again.view as FacilitatorView).clockJump !== undefined, 'the clock to be noticed');
    expect((again.view as FacilitatorView).timer).toBeUndefined();
    const facts = await storage.store.read(session.sessionId, 0, 100);
    expect(facts.filter(({ type }) => type === 'ClockJumped')).toHaveLength(seen);
    again.close();
  }
});
