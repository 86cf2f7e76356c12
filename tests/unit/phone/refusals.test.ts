// What the room refuses comes back to where it was written, and a refusal stands for as long as its reason does.
import { jsx } from 'preact/jsx-runtime';
import { render } from 'preact-render-to-string';
import { participantFace } from '../../../components/activities/phone/faces';
import { filledIn } from '../../../components/activities/vote/phone/ballot-form';
import { App } from '../../../components/live/phone/app';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import { TEMPORARY_REFUSALS } from '../../../server/protocol/wire';
import { ANSWER_MS, type PocketPhone, pocketPhone } from '../../support/pocket-phone';
import { Session, type Step } from '../../support/specification';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function must(session: Session, ...steps: readonly Step[]): void {
  for (const [who, command] of steps) {
    const outcome = session.wish(who, command);
    if (typeof outcome === 'string') throw new Error(`${who} ${command.type}: ${outcome}`);
  }
}

const desk = 'facilitator';
const open = (activityId: string): Step => [desk, { type: 'activity.open', activityId }];
const close = (activityId: string): Step => [desk, { type: 'activity.close', activityId }];
const idea = (who: string, ideaId: string, activityId = 'ask', text = ideaId): Step => [
  who,
  { type: 'idea.submit', activityId, ideaId, text, lang: 'en', themeId: 'law', horizonId: '2030' },
];

async function asked(): Promise<{ session: Session; phone: PocketPhone }> {
  const session = new Session();
  must(session, ['p1', { type: 'participant.join', groupId: 'heads' }]);
  must(session, ['p2', { type: 'participant.join', groupId: 'civil' }], [desk, { type: 'session.start' }], open('ask'));
  return { session, phone: await pocketPhone(session, 'p1') };
}

async function voting(): Promise<{ session: Session; phone: PocketPhone }> {
  const { session, phone } = await asked();
  must(session, open('collect'), idea('p2', 'i1', 'collect'), idea('p2', 'i2', 'collect'), open('vote'));
  await phone.settle();
  return { session, phone };
}

/** The form of a new idea, or of a change of one. */
const writing = (phone: PocketPhone, text: string, ideaId = phone.page().nonce) => ({
  type: 'idea.submit',
  activityId: 'ask',
  draft: ideaId === phone.page().nonce ? 'ask' : ideaId,
  ideaId,
  text,
  lang: 'en',
});
const ballot = (dots: Readonly<Record<string, number>>) => ({
  type: 'ballot.cast',
  method: 'dots',
  draft: 'vote',
  activityId: 'vote',
  ...Object.fromEntries(Object.entries(dots).map(([option, count]) => [`dots.${option}`, String(count)])),
});
const onPaper = (phone: PocketPhone) =>
  Object.fromEntries(filledIn(phone.page(), phone.page().view.activity as VoteView));

/** Reads the one refusal there is and presses its button. */
function understood(phone: PocketPhone): void {
  const [refusal, ...others] = phone.page().own.refusals;
  expect(others).toEqual([]);
  phone.store.takeBack(refusal?.entryId ?? '');
}

async function lateBy(phone: PocketPhone, session: Session, activityId: string, fields: Record<string, string>) {
  phone.cutLine();
  phone.press(fields);
  must(session, close(activityId));
  await phone.healLine();
}

describe('[PHONE14] what is refused comes back', () => {
  test('an idea that came too late stands under the notice, and in its field once it has been read', async () => {
    const { session, phone } = await asked();
    await lateBy(phone, session, 'ask', writing(phone, 'Wells'));
    expect(phone.text()).toContain('This step is closed now.');
    understood(phone);
    expect(phone.page().own.refusals).toEqual([]);
    expect(phone.text()).toContain('Not sent. Kept on this phone: Wells');
    const again = await phone.reload();
    must(session, open('ask'));
    await again.settle();
    expect(again.page().drafts['ask.text']).toBe('Wells');
    again.press(writing(again, 'Wells'));
    await again.settle();
    expect([...session.state.ideas.values()].map(({ text }) => text)).toEqual(['Wells']);
  });

  test('a refusal that comes after a reload gives the words back just as well', async () => {
    const { session, phone } = await asked();
    phone.cutLine();
    phone.press(writing(phone, 'Wells'));
    must(session, close('ask'));
    const again = await phone.reload();
    expect(again.page().own.refusals).toHaveLength(1);
    understood(again);
    expect(again.page().drafts['ask.text']).toBe('Wells');
  });

  test('words that were begun meanwhile stay, below those that come back', async () => {
    const { session, phone } = await asked();
    await lateBy(phone, session, 'ask', writing(phone, 'Wells'));
    phone.store.setDraft('ask.text', 'Half a tho');
    understood(phone);
    expect(phone.page().drafts['ask.text']).toBe('Wells\nHalf a tho');
  });

  test('a change of an idea opens it again; of one that others support by now it becomes another idea', async () => {
    const { session, phone } = await asked();
    must(session, idea('p1', 'mine'));
    await phone.settle();
    phone.store.edit('mine');
    await lateBy(phone, session, 'ask', writing(phone, 'better', 'mine'));
    understood(phone);
    expect(phone.text()).toContain('Kept on this phone: better');
    must(session, open('ask'), ['p2', { type: 'idea.support', ideaId: 'mine' }]);
    await phone.settle();
    phone.press(writing(phone, 'better', 'mine'));
    await phone.settle();
    expect(phone.text()).toContain('Send your new wording as another idea.');
    understood(phone);
    expect(phone.page()).toMatchObject({ drafts: { 'ask.text': 'better' } });
    expect(phone.page().editing).toBeUndefined();
  });

  test('a change half typed is there when the idea is opened again, after Cancel and after a reload', async () => {
    const { session, phone } = await asked();
    must(session, idea('p1', 'mine'));
    await phone.settle();
    phone.store.edit('mine');
    phone.store.setDraft('mine.text', 'mine, and mo');
    phone.store.cancelEdit();
    expect(phone.html()).not.toContain('mine, and mo');
    phone.store.edit('mine');
    expect(phone.html()).toContain('mine, and mo');
    const again = await phone.reload();
    again.store.edit('mine');
    expect(again.page().drafts['mine.text']).toBe('mine, and mo');
  });

  test('an action comes back with everything that was said of it', async () => {
    const { session, phone } = await voting();
    must(session, close('vote'), [desk, { type: 'results.reveal', activityId: 'vote' }]);
    must(session, [desk, { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1', 'i2'] }], open('plan'));
    await phone.settle();
    const action = { what: 'Dig', who: 'We', byWhen: '2027', means: 'spades', sign: 'water' };
    phone.cutLine();
    phone.press({
      ...{ type: 'action.submit', activityId: 'plan', draft: 'plan', actionId: phone.page().nonce },
      ...{ goalId: 'i2', lang: 'en', ...action },
    });
    must(session, [desk, { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1'] }]);
    await phone.healLine();
    expect(phone.text()).toContain('Choose a goal from the list.');
    understood(phone);
    const back = Object.entries(action).map(([name, text]) => [`plan.${name}`, text]);
    expect(phone.page().drafts).toMatchObject(Object.fromEntries(back));
  });

  test('words typed before a support that is refused stand above what was begun since', async () => {
    const { session, phone } = await asked();
    must(session, idea('p2', 'theirs'));
    await phone.settle();
    phone.store.setDraft('ask.instead.theirs', 'Wells');
    phone.cutLine();
    phone.press({ type: 'idea.support', ideaId: 'theirs' });
    phone.store.setDraft('ask.text', 'Roads');
    must(session, [desk, { type: 'idea.hide', ideaId: 'theirs' }]);
    await phone.healLine();
    expect(phone.page().drafts['ask.text']).toBe('Wells\nRoads');
  });

  test('a ballot stays filled in, is called not counted, and is sent again by one press', async () => {
    const { session, phone } = await voting();
    phone.press(ballot({ i1: 1 }));
    await phone.settle();
    await lateBy(phone, session, 'vote', ballot({ i1: 2, i2: 3 }));
    const again = await phone.reload();
    understood(again);
    must(session, open('vote'));
    await again.settle();
    expect(onPaper(again)).toEqual({ 'dots.i1': '2', 'dots.i2': '3' });
    expect(again.html()).toMatch(/class="dots-left[^>]*>.*?Not counted/);
    expect(again.html()).not.toContain('primary plain-only');
    again.press(ballot({ i1: 2, i2: 3 }));
    await again.settle();
    expect(again.html()).toMatch(/class="dots-left[^>]*>.*?Counted/);
    expect(session.state.activities.vote?.vote?.ballots.get('p1')).toMatchObject({ choices: [{}, {}] });
  });

  test('of a ballot for options that are struck the standing one is shown', async () => {
    const { session, phone } = await voting();
    phone.press(ballot({ i1: 1 }));
    await phone.settle();
    phone.cutLine();
    phone.press(ballot({ i2: 3 }));
    must(session, [desk, { type: 'option.strike', activityId: 'vote', option: 'i2' }]);
    await phone.healLine();
    expect(phone.text()).toContain('This option was taken out of the vote.');
    expect(onPaper(phone)).toEqual({ 'dots.i1': '1' });
    must(session, [desk, { type: 'option.restore', activityId: 'vote', option: 'i2' }]);
    await phone.settle();
    expect(onPaper(phone)).toEqual({ 'dots.i2': '3' });
  });

  test('what is refused of a ballot says nothing against the one sent since', async () => {
    const { session, phone } = await voting();
    phone.press(ballot({ i1: 5 }));
    // Held for quick taps, then sent: the answer is on its way.
    await jest.advanceTimersByTimeAsync(600 + ANSWER_MS / 2);
    phone.press(ballot({ i1: 2 }));
    await phone.settle();
    expect(session.state.activities.vote?.vote?.ballots.get('p1')).toEqual({ choices: [{ option: 'i1', dots: 2 }] });
    expect(onPaper(phone)).toEqual({ 'dots.i1': '2' });
    expect(phone.page().own.refusals).toEqual([]);
  });

  test('of a judgement it is said which one it was', async () => {
    const { session, phone } = await voting();
    must(session, close('vote'), [desk, { type: 'results.reveal', activityId: 'vote' }]);
    must(session, [desk, { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1'] }], open('endorse'));
    await phone.settle();
    const fields = { type: 'endorsement.give', activityId: 'endorse', lineId: 'goal:i1', level: '3' };
    await lateBy(phone, session, 'endorse', fields);
    expect(phone.html()).toMatch(/flash refused.*Support, with reservations/);
  });
});

test('[PHONE14] a form that could not be counted for the moment is to be sent again, by whoever sent it', async () => {
  const { phone } = await asked();
  for (const code of TEMPORARY_REFUSALS) {
    const html = render(
      jsx(App, { page: { ...phone.page(), flash: { kind: 'refused', code } }, faceOf: participantFace }),
    );
    expect(html).toContain('Send it again in a moment.');
    expect(html).not.toContain('will be sent');
  }
});

describe('[PHONE15] a refusal goes with its reason', () => {
  test.each([false, true])(
    'the step is open again: the words are in the field, nothing is said (reload: %s)',
    async (reload) => {
      const { session, phone } = await asked();
      await lateBy(phone, session, 'ask', writing(phone, 'Wells'));
      expect(phone.page().own.refusals).toHaveLength(1);
      must(session, open('ask'));
      const now = reload ? await phone.reload() : phone;
      await now.settle();
      expect(now.page().own.refusals).toEqual([]);
      expect(now.page().drafts['ask.text']).toBe('Wells');
    },
  );

  test('there is room again for one more idea', async () => {
    const { session, phone } = await asked();
    phone.cutLine();
    phone.press(writing(phone, 'third'));
    must(session, idea('p1', 'first'), idea('p1', 'second'));
    await phone.healLine();
    expect(phone.text()).toContain('You have sent all your ideas.');
    const again = await phone.reload();
    expect(again.page().own.refusals).toHaveLength(1);
    again.press({ type: 'idea.withdraw', ideaId: 'first' });
    await again.settle();
    expect(again.page().own.refusals).toEqual([]);
    expect(again.page().drafts['ask.text']).toBe('third');
  });

  test('what a form was told before the script came goes when something is written, and with the step', async () => {
    const { session } = await asked();
    const served = { flash: { kind: 'refused', code: 'text_too_long' }, drafts: { 'ask.text': 'long' } } as const;
    const writes = await pocketPhone(session, 'p1', undefined, served);
    const waits = await pocketPhone(session, 'p1', undefined, served);
    for (const phone of [writes, waits]) expect(phone.text()).toContain('The text is too long.');
    writes.store.setDraft('ask.text', 'lon');
    expect(writes.text()).not.toContain('The text is too long.');
    must(session, close('ask'));
    await waits.settle();
    expect(waits.text()).not.toContain('The text is too long.');
    expect(waits.text()).toContain('Kept on this phone: long');
  });

  test('withdrawing was refused, and the step of that idea is open again', async () => {
    const { session, phone } = await asked();
    must(session, idea('p1', 'mine'));
    await phone.settle();
    await lateBy(phone, session, 'ask', { type: 'idea.withdraw', ideaId: 'mine' });
    must(session, open('collect'));
    await phone.settle();
    expect(phone.page().own.refusals).toHaveLength(1);
    must(session, open('ask'));
    await phone.settle();
    expect(phone.page().own.refusals).toEqual([]);
  });
});

describe('[PHONE16] one press is one wish', () => {
  test('a second tap on Send finds the field empty and says nothing', async () => {
    const { session, phone } = await asked();
    phone.press(writing(phone, 'Wells'));
    phone.press(writing(phone, ''));
    expect(phone.page().lack).toBeUndefined();
    // Whoever writes in between has lifted the thumb.
    phone.store.setDraft('ask.text', 'Roads');
    expect(phone.press(writing(phone, 'Roads'))).toBe(true);
    await phone.settle();
    phone.press(writing(phone, ''));
    expect(phone.page().lack?.code).toBe('empty_text');
    expect(session.state.ideas.size).toBe(2);
  });

  test('a second tap on a judgement, where another line has moved, judges nothing', async () => {
    const { session, phone } = await voting();
    must(session, close('vote'), [desk, { type: 'results.reveal', activityId: 'vote' }]);
    must(session, [desk, { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1', 'i2'] }], open('endorse'));
    await phone.settle();
    const give = (lineId: string) => ({ type: 'endorsement.give', activityId: 'endorse', lineId, level: '3' });
    expect(phone.press(give('goal:i1'))).toBe(true);
    expect(phone.press(give('goal:i2'))).toBe(false);
    await phone.settle();
    expect([...phone.page().own.endorsements.keys()]).toEqual(['goal:i1']);
    phone.press(give('goal:i2'));
    await phone.settle();
    expect([...phone.page().own.endorsements.keys()]).toEqual(['goal:i1', 'goal:i2']);
  });

  test('quick taps on dots are each a dot', async () => {
    const { phone } = await voting();
    for (const more of [1, 2, 3]) phone.press(ballot({ i1: more }));
    await phone.settle();
    expect(onPaper(phone)).toEqual({ 'dots.i1': '3' });
  });
});

test('[PHONE17] whatever is taken back asks once more, in another place', async () => {
  const { session, phone } = await asked();
  must(session, idea('p1', 'mine'), idea('p2', 'theirs'), ['p1', { type: 'idea.support', ideaId: 'theirs' }]);
  await phone.settle();
  const asks = (type: string) =>
    expect(phone.html()).toMatch(
      new RegExp(
        `<details class="withdraw"><summary[^>]*>[^<]+</summary><form[^>]*><input type="hidden" name="type" value="${type}"`,
      ),
    );
  asks('idea.withdraw');
  asks('idea.unsupport');
  expect(
    phone.html().match(/<form[^>]*><input type="hidden" name="type" value="\w+\.(withdraw|unsupport)"/g),
  ).toHaveLength(2);
});
