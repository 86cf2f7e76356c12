// What each page of the phone loads of its script: the rest when it is first needed, and nothing that is not.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleScript, type Script } from '../../../components/live/phone/bundle';
import { createFaces, type Parts } from '../../../components/live/phone/load-faces';
import { drawsAnswers, kindDrawn } from '../../../components/live/phone/parts/page';
import type { PhoneMessages } from '../../../components/live/phone/parts/words';
import { phoneWords } from '../../../components/live/phone/phone-messages';
import { JOIN_BUDGET, overBudget, PAGE_BUDGET, sizesOf } from '../../../components/live/phone/script-budget';
import { LOCALES, type Locale } from '../../../server/engine/vocabulary';

const scripts = new Map<Locale, Script>();

beforeAll(async () => {
  for (const locale of LOCALES) scripts.set(locale, await bundleScript(`phone-${locale}`, phoneWords(locale)));
});

const scriptIn = (locale: Locale) => scripts.get(locale) as Script;

test.each(LOCALES)('[PHONE5] the script of every page is small enough for a cheap phone: %s', (locale) => {
  const script = scriptIn(locale);
  const { join, pages } = sizesOf(script);
  expect(overBudget(script)).toEqual([]);
  expect(Object.keys(pages).sort()).toEqual(['ask', 'collect', 'endorse', 'group', 'plan', 'vote']);
  expect(join).toBeLessThanOrEqual(JOIN_BUDGET);
  for (const bytes of Object.values(pages)) expect(bytes).toBeLessThanOrEqual(PAGE_BUDGET);
});

test('what outgrows its budget is named', () => {
  const text = Array.from({ length: 1_500 }, (_, at) => createHash('sha256').update(`${at}`).digest('base64')).join('');
  const large: Script = { files: { a: 'x', b: text }, always: ['a'], answering: [], parts: { vote: ['b'], ask: [] } };
  expect(overBudget(large)).toEqual([expect.stringMatching(/^the script of a step of vote has \d+ bytes gzip/)]);
  expect(overBudget({ ...large, always: ['b'] })).toHaveLength(3);
});

test('every file that one imports is there, and nothing of a kind is in what each page has', () => {
  const { files, always, parts } = scriptIn('en');
  for (const [name, text] of Object.entries(files)) {
    for (const [, other = ''] of text.matchAll(/(?:from|import)\s*\(?"\.\/([^"]+)"/g)) {
      expect([name, other, Object.hasOwn(files, other)]).toEqual([name, other, true]);
    }
  }
  expect(Object.keys(files).sort()).toEqual([...new Set([...always, ...Object.values(parts).flat()])].sort());
  const text = always.map((name) => files[name]).join('\n');
  expect(text).toContain('socket');
  expect(text).not.toContain('dots-left');
  expect(text).not.toContain('dotsLeft');
  // Of a support in place of what was typed: that answers a step.
  expect(text).not.toContain('.instead.');
});

test('what each page has says nothing in the words of one kind, which may not be here yet', () => {
  const folder = path.join(__dirname, '..', '..', '..', 'components', 'live', 'phone');
  const { shared, kinds } = phoneWords('en');
  const ofKinds = Object.values(kinds).flatMap((words) => Object.keys(words));
  expect(ofKinds).toContain('dotsLeft');
  expect(Object.keys((shared as PhoneMessages).Phone)).toContain('level1');
  const said = readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name) && !/^(draft-page|code-page)\./.test(name))
    .flatMap((name) =>
      [...readFileSync(path.join(folder, name), 'utf8').matchAll(/say\('(\w+)'/g)].map(([, key = '']) => key),
    );
  expect(said).toContain('joinTitle');
  // Of a ballot that was just sent: its form came with the words.
  expect(said.filter((key) => ofKinds.includes(key))).toEqual(['rankAt']);
});

test('[PHONE5] where one joins or waits, everything is said in the words that come with every page', () => {
  const folder = path.join(__dirname, '..', '..', '..', 'components', 'live', 'phone');
  const { always, shared } = phoneWords('en') as { always: PhoneMessages; shared: PhoneMessages };
  const said = ['app.tsx', 'shell.tsx', 'store.ts'].flatMap((name) =>
    [...readFileSync(path.join(folder, name), 'utf8').matchAll(/say\('(\w+)'/g)].map(([, key = '']) => key),
  );
  expect(said).toContain('lobbyTitle');
  expect(said.filter((key) => !Object.hasOwn(always.Phone, key))).toEqual([]);
  // Nothing is carried twice, and what a step says waits for it.
  expect(Object.keys(always.Phone).filter((key) => Object.hasOwn(shared.Phone, key))).toEqual([]);
  expect(Object.keys(always.Phone)).not.toContain('similarTitle');
  expect(Object.keys(shared.Refusal)).toContain('too_many_ideas');
});

const face = { Step: () => null };

test('a part brings its face and its words once it is here; one that cannot be had says so', async () => {
  const messages = { Phone: { brand: 'Eles' }, Refusal: {} } as unknown as PhoneMessages;
  const parts = {
    vote: async () => ({ face, words: { dotsLeft: '{left} left' } }),
    plan: () => Promise.reject(new Error('no line')),
  } as unknown as Parts;
  const faces = createFaces(parts, messages);
  expect(faces.of('vote')).toBeUndefined();
  await faces.load('vote');
  expect(faces.of('vote')).toBe(face);
  expect(messages.Phone).toEqual({ brand: 'Eles', dotsLeft: '{left} left' });
  await expect(faces.load('plan')).rejects.toThrow('no line');
  expect(faces.of('plan')).toBeUndefined();
});

test('[PHONE5] a page is sent with the part of the step that it draws, and with none before one has joined', () => {
  const session = { phase: 'live' } as Parameters<typeof kindDrawn>[0]['session'];
  const activity = { kind: 'vote', status: 'open' } as Parameters<typeof kindDrawn>[0]['activity'];
  expect(kindDrawn({ session, activity }, 'heads')).toBe('vote');
  expect(kindDrawn({ session, activity }, undefined)).toBeUndefined();
  expect(kindDrawn({ session, activity: { ...activity, status: 'waiting' } as never }, 'heads')).toBeUndefined();
  expect(kindDrawn({ session: { ...session, phase: 'ended' }, activity }, 'heads')).toBeUndefined();
});

test('[PHONE5] a page is sent with what answers a step where it draws one, or says why something was refused', () => {
  const session = { phase: 'live' } as Parameters<typeof kindDrawn>[0]['session'];
  const activity = { kind: 'vote', status: 'open' } as Parameters<typeof kindDrawn>[0]['activity'];
  const view = { session, activity } as Parameters<typeof drawsAnswers>[0]['view'];
  const mine = { groupId: 'heads' } as NonNullable<Parameters<typeof drawsAnswers>[0]['mine']>;
  expect(drawsAnswers({ view })).toBe(false);
  expect(drawsAnswers({ view, flash: { kind: 'counted' } })).toBe(false);
  expect(drawsAnswers({ view, mine })).toBe(true);
  expect(drawsAnswers({ view, flash: { kind: 'refused', code: 'no_cookies' } })).toBe(true);
});
