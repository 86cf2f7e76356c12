// A long draft on a phone: which lines a page holds, and what it weighs.
import { gzipSync } from 'node:zlib';
import { inPortion, PORTION, portionOf } from '../../../components/activities/endorse/portion';
import { renderParticipantPage } from '../../../components/live/phone/html';
import { createWords } from '../../../components/live/phone/parts/words';
import { messagesIn } from '../../../i18n/messages';
import type { EndorseView } from '../../../server/engine/activities/endorse/types';
import { project } from '../../../server/engine/project';
import { projectMine } from '../../../server/engine/project-mine';
import { loadSayings } from '../../../server/rehearsal/corpus';
import { playCrowd } from '../../support/crowd';

const TOTAL = 440;
const { state } = playCrowd({ people: 12, method: 'dots', words: 'short' });
const view = project(state, 'participant');
const sayings = loadSayings();
const short = view.activity as EndorseView;
const lines = Array.from({ length: TOTAL }, (_, at): EndorseView['lines'][number] => {
  const kind = (['need', 'goal', 'step', 'action'] as const)[at % 4] ?? 'need';
  const { ky: text } = sayings[at % sayings.length] as (typeof sayings)[number];
  return { id: `${kind}:${at}`, kind, themeId: 'law', text: { text: `${text} ${at}`, lang: 'ky' } };
});
const { results: _hidden, ...open } = short;
const activity: EndorseView = { ...open, status: 'open', revealed: false, lines };
const mine = projectMine(state, 'person-1');
const page = (from?: number) =>
  renderParticipantPage(
    {
      locale: 'ky',
      code: 'ELES23',
      nonce: 'nonce',
      now: 0,
      rev: 1,
      view: { ...view, activity },
      drafts: {},
      ...(mine === undefined ? {} : { mine }),
    },
    createWords(messagesIn('ky')),
    { style: '/phone.css', scripts: ['/phone.js'] },
    from,
  );

test('[PHONE12] a page of 440 lines to judge weighs at most 14 kB, wherever it begins', () => {
  for (const from of [undefined, 0, 200, 439, 9_999]) {
    const html = page(from);
    expect(gzipSync(html).length).toBeLessThan(14_000);
    expect(html.match(/class="line card"/g)?.length).toBeGreaterThan(0);
    expect(html.match(/class="line card"/g)?.length).toBeLessThanOrEqual(PORTION);
  }
});

test('[WIRE16] the view of 440 lines to judge travels in less than 30 kB', () => {
  expect(gzipSync(JSON.stringify({ ...view, activity })).length).toBeLessThan(30_000);
});

test('[PHONE12] every line stands in exactly one portion, and the counts are those of all', () => {
  const judged = new Set(lines.filter((_, at) => at % 3 === 0).map(({ id }) => id));
  const seen: string[] = [];
  for (let from = 0; from < TOTAL; from += PORTION) {
    const held = inPortion(activity, judged, from);
    const shown = portionOf(held.activity, judged, held.portion);
    expect(shown).toMatchObject({ from, total: TOTAL, judged: judged.size });
    seen.push(...shown.lines.map(({ id }) => id));
  }
  expect(seen).toEqual(lines.map(({ id }) => id));
});

test('[PHONE12] unasked, the portion is the one with the first line that is not judged', () => {
  const judged = new Set(lines.slice(0, PORTION + 3).map(({ id }) => id));
  expect(portionOf(activity, judged).from).toBe(PORTION);
  expect(portionOf(activity, new Set(lines.map(({ id }) => id)))).toMatchObject({ from: 0, judged: TOTAL });
});

test('[PHONE12] a line judged on a page of one portion counts, and another step’s portion says nothing', () => {
  const { activity: held, portion } = inPortion(activity, new Set([lines[400]?.id ?? '']), 40);
  const now = new Set([lines[400]?.id ?? '', lines[41]?.id ?? '']);
  expect(portionOf(held, now, portion).judged).toBe(2);
  const other = { ...held, id: 'another', lines: lines.slice(0, 5) };
  expect(portionOf(other, now, portion)).toMatchObject({
    from: 0,
    total: 5,
    judged: 0,
  });
});
