// What a phone says of an answer is true at every moment: also of one that came too late, or that the desk has set aside.
import { pocketPhone } from '../../support/pocket-phone';
import { close, facilitates, open } from '../../support/scenes';
import { given, type Session, type Step } from '../../support/specification';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function asked() {
  const { session } = given(
    ['p1', { type: 'participant.join', groupId: 'heads' }],
    ...facilitates({ type: 'session.start' }, open('ask')),
  );
  const phone = await pocketPhone(session, 'p1');
  const answer = (text: string) => {
    const ideaId = phone.page().nonce;
    phone.press({ type: 'idea.submit', activityId: 'ask', draft: 'ask', ideaId, text, lang: 'en' });
    return ideaId;
  };
  return { session, phone, answer };
}

function must(session: Session, ...steps: readonly Step[]): void {
  for (const [who, command] of steps) expect(session.wish(who, command)).not.toEqual(expect.any(String));
}

describe('[PHONE14] an answer that came too late', () => {
  test('stands beside no sentence that the answers are counted, though earlier ones are', async () => {
    const { session, phone, answer } = await asked();
    answer('Wells');
    await phone.settle();
    phone.cutLine();
    answer('Roads');
    must(session, ...facilitates(close('ask')));
    await phone.healLine();
    expect(phone.text()).toContain('Not counted');
    expect(phone.text()).not.toContain('Your answers are counted');
    phone.store.takeBack(phone.page().own.refusals[0]?.entryId ?? '');
    expect(phone.text()).toContain('Not sent. Kept on this phone: Roads');
    expect(phone.text()).toContain('Your answers are counted');
  });

  test('[PHONE15] is back in its field when the step opens again, and is said to be unsent until it is sent', async () => {
    const { session, phone, answer } = await asked();
    phone.cutLine();
    answer('Roads');
    must(session, ...facilitates(close('ask')));
    await phone.healLine();
    must(session, ...facilitates(open('ask')));
    await phone.settle();
    expect(phone.page().drafts['ask.text']).toBe('Roads');
    expect(phone.text()).toContain('Not sent yet');
    const ideaId = answer('Roads');
    await phone.settle();
    expect(phone.text()).not.toContain('Not sent yet');
    phone.store.edit(ideaId);
    expect(phone.text()).not.toContain('Not sent yet');
    phone.store.setDraft(`${ideaId}.text`, 'Roads and wells');
    expect(phone.text()).toContain('Not sent yet');
  });
});

test('[PHONE2] what the facilitator hides while the step is open is said to be set aside at once, and not to be counted', async () => {
  const { session, phone, answer } = await asked();
  const ideaId = answer('Wells');
  await phone.settle();
  expect(phone.html()).toMatch(/class="last-sent"><span class="status counted"/);
  must(session, ...facilitates({ type: 'idea.hide', ideaId }));
  await phone.settle();
  expect(phone.html()).not.toContain('status counted');
  expect(phone.text().match(/Set aside by the facilitator/g)).toHaveLength(2);
});
