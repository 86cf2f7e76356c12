// The part of the script that answers a step comes after the page: until then the phone joins and waits, and loses nothing.
import { createMemoryStorage } from '../../../components/live/outbox-storage';
import { createAnswering } from '../../../components/live/phone/answering';
import { pocketPhone } from '../../support/pocket-phone';
import { Session } from '../../support/specification';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('[PHONE5] joining needs no part that answers', async () => {
  const session = new Session();
  const phone = await pocketPhone(session, 'p1', createMemoryStorage(), {}, true);
  expect(phone.store.needsAnswering()).toBe(false);
  expect(phone.press({ type: 'participant.join', groupId: 'heads' })).toBe(true);
  await phone.settle();
  expect(phone.text()).toContain('You: heads');
  expect(phone.page().announcement).toBe('Counted');
  expect([phone.store.needsAnswering(), phone.store.canAnswer()]).toEqual([false, false]);
});

test('[PHONE14] what is refused while that part is on its way is shown and said once it is here', async () => {
  const session = new Session();
  session.wish('p1', { type: 'participant.join', groupId: 'heads' });
  session.wish('facilitator', { type: 'session.start' });
  session.wish('facilitator', { type: 'activity.open', activityId: 'ask' });
  const storage = createMemoryStorage();
  const before = await pocketPhone(session, 'p1', storage);
  before.cutLine();
  const ideaId = before.page().nonce;
  before.press({ type: 'idea.submit', activityId: 'ask', draft: 'ask', ideaId, text: 'Wells', lang: 'en' });
  before.store.close();
  session.wish('facilitator', { type: 'activity.close', activityId: 'ask' });
  const phone = await pocketPhone(session, 'p1', storage, {}, true);
  expect(phone.store.needsAnswering()).toBe(true);
  expect(phone.page()).toMatchObject({ announcement: '', own: { refusals: [] } });
  phone.store.takeAnswering(createAnswering);
  expect(phone.page().own.refusals).toHaveLength(1);
  expect(phone.page().announcement).toContain('This step is closed now.');
  phone.store.takeBack(phone.page().own.refusals[0]?.entryId ?? '');
  expect(phone.page().drafts['ask.text']).toBe('Wells');
});
