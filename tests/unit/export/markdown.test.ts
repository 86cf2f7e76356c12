import type { SessionState } from '../../../server/engine/state';
import { LOCALES } from '../../../server/engine/vocabulary';
import { escapeMarkdown, renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { wordsIn } from '../../../server/export/words';
import { HOSTILE, playSeminar } from '../../support/seminar';

const log = { startedAt: Date.UTC(2026, 10, 23, 6), closingHash: 'ab12cd' };
const render = (state: SessionState, locale: (typeof LOCALES)[number] = 'en') =>
  renderMarkdown(buildVisionDocument(buildReport(state, log), locale));

test.each([
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['![x](http://a.kg/i.png)', '\\!\\[x\\](http\\://a.kg/i.png)'],
  ['a | b', 'a \\| b'],
  ['&lt; &#60;', '\\&lt; \\&\\#60;'],
  ['т\\з\\\\', 'т\\\\з\\\\\\\\'],
  ['# heading', '\\# heading'],
  ['1. one', '1\\. one'],
  ['12) one', '12\\) one'],
  ['- item', '\\- item'],
  ['+ item', '\\+ item'],
  ['===', '\\==='],
  ['www.a.kg, a@b.kg, mailto:x', 'www\\.a.kg, a\\@b.kg, mailto\\:x'],
  ['бир\nэки\u2028үч', 'бир эки үч'],
  ['Ич-ара; 2030-ж., ҮӨҢ (бар)', 'Ич-ара; 2030-ж., ҮӨҢ (бар)'],
])('[EXP2] %j is shown as it was typed', (typed, escaped) => {
  expect(escapeMarkdown(typed)).toBe(escaped);
});

test('[EXP2] hostile words stay words in headings, lists, tables and notes', () => {
  const text = render(playSeminar().state);
  // Its first mark means something only where a block begins.
  const escaped = escapeMarkdown(HOSTILE).replace(/^\\/, '');
  expect(text.split(escaped).length).toBeGreaterThan(2);
  const rest = text.split(escaped).join('');
  expect(rest).not.toMatch(/(?<!\\)[<>]/);
  expect(rest).not.toMatch(/\]\(/);
});

test('[EXP3] the draft says that the session still runs, and that a rehearsal is one', () => {
  const { state } = playSeminar('while judging');
  expect(render(state)).toContain(wordsIn('en')('live'));
  expect(render(state)).not.toContain(wordsIn('en')('rehearsal'));
  expect(render({ ...state, rehearsal: true })).toContain(`**${wordsIn('en')('rehearsal')}**`);
  expect(render(playSeminar().state)).not.toContain(wordsIn('en')('live'));
});

test('each goal carries its agreement, its actions, and a note down to ideas and votes by group', () => {
  const text = render(playSeminar().state, 'ky');
  expect(text).toMatch(/#### 1\.1\. Таза суу ар бир үйдө \\\[\d+\\\]/);
  expect(text).toContain('7 кишиден 6 колдойт (86\u00a0%)');
  expect(text).toContain('| Түтүк алмаштыруу \\| тез | айыл өкмөтү | 2027 | \\@бюджет |  |  |');
  expect(text).toContain('Добушка коюлган сөздөр: Ар бир үйгө таза суу');
  expect(text).toContain('Адамдардын өз сөзү менен: Таза суу; Таза суу\\!');
  expect(text).toContain('communities: 2');
  expect(text).toContain(`heads: ${wordsIn('ky')('withheld')}`);
  expect(text).toContain('| Таза суу ар бир үйдө | 6 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 7 | 6/7 (86\u00a0%) |');
});

test('a table has as many cells in each row as in its head', () => {
  for (const block of render(playSeminar().state).split('\n\n')) {
    if (!block.startsWith('| ')) continue;
    const cells = block.split('\n').map((row) => row.replace(/\\\|/g, '').split('|').length);
    expect(new Set(cells).size).toBe(1);
  }
});

test.each(LOCALES)('the closing hash and the code are in the draft (%s)', (locale) => {
  const text = render(playSeminar().state, locale);
  expect(text).toContain(`ab12cd`);
  expect(text).toContain(`${wordsIn(locale)('code')}: ELES23`);
  expect(text).not.toMatch(/\{\w+\}/);
});
