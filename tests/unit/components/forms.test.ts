// No page shows a bubble of the browser's: it speaks the browser's language, not the reader's.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lackOf } from '../../../components/ui/lack';

const root = join(__dirname, '..', '..', '..');
const OWN = join('components', 'ui', 'form.tsx');
/** Made by the server and by Preact, with words of its own (PHONE10). */
const PHONE = /components.(live.phone|activities.\w+.(participant\.tsx|phone))/;

const pages = ['app', 'components'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(root, folder, file), 'utf8') })),
);

/** Every opening tag of this name, up to its end or its first child. */
function tags(text: string, names: string): readonly string[] {
  return [...text.matchAll(new RegExp(`<(?:${names})\\b[^]*?(?:/>|>\\s*[<{])`, 'g'))].map(([tag]) => tag);
}

test('[PHONE13] every form but the phone’s is the one that speaks for itself', () => {
  const others = pages.filter(({ file, text }) => file !== OWN && !PHONE.test(file) && /<form\b/.test(text));
  expect(others.map(({ file }) => file)).toEqual([]);
  expect(pages.find(({ file }) => file === OWN)?.text).toMatch(/<form\b[^>]*\snoValidate\b/);
});

test('[PHONE10] the phone’s forms with fields leave nothing to the browser', () => {
  const forms = pages
    .filter(({ file }) => PHONE.test(file))
    .flatMap(({ file, text }) => tags(text, 'form').map((tag) => ({ file, tag })));
  expect(forms.length).toBeGreaterThan(2);
  // The switch of languages has buttons only.
  const bare = forms.filter(({ tag }) => !/\bnovalidate\b/i.test(tag) && !tag.includes('action="/language"'));
  expect(bare).toEqual([]);
});

test('[PHONE13] whatever a field asks for is asked where there is a place to say that it lacks', () => {
  const asks =
    /\s(required|minLength|pattern|min|max|step|type="(number|email|url|date|time|datetime-local|month|week)")[\s=/>]/;
  const mute = pages
    .filter(({ file }) => file !== OWN && !PHONE.test(file))
    .flatMap(({ file, text }) =>
      tags(text, 'input|textarea|select').flatMap((tag) => (asks.test(tag) ? [`${file}: ${tag}`] : [])),
    );
  expect(mute).toEqual([]);
});

test('[PHONE13] no length is cut off by the browser inside a form, and no bubble is called up by hand', () => {
  const cut = pages.filter(
    ({ file, text }) =>
      !PHONE.test(file) &&
      // A lone field of no form, kept as it is typed: nothing is sent, nothing can be refused.
      !file.endsWith('desk-name-field.tsx') &&
      /\bmaxLength=|reportValidity|setCustomValidity/.test(text),
  );
  expect(cut.map(({ file }) => file)).toEqual([]);
});

const field = (over: Partial<HTMLInputElement>) =>
  ({
    type: 'text',
    value: '',
    required: false,
    min: '',
    max: '',
    validity: { badInput: false },
    dataset: {},
    ...over,
  }) as HTMLInputElement;

test.each([
  ['nothing is asked of', field({}), undefined],
  ['a blank', field({ required: true, value: ' \u2800 ' }), { code: 'empty' }],
  ['a word', field({ required: true, value: 'суу' }), undefined],
  ['three signs of two units each, of three', field({ value: '😀😀😀', dataset: { longest: '3' } }), undefined],
  ['one too many', field({ value: 'суусу', dataset: { longest: '4' } }), { code: 'tooLong', most: 4 }],
  ['no file', field({ type: 'file', required: true }), { code: 'noFile' }],
  ['no number', field({ type: 'number', required: true }), { code: 'noNumber' }],
  ['letters', field({ type: 'number', validity: { badInput: true } as ValidityState }), { code: 'noNumber' }],
  [
    'too much',
    field({ type: 'number', value: '300', min: '0.5', max: '240' }),
    { code: 'outside', least: 0.5, most: 240 },
  ],
  ['between two steps', field({ type: 'number', value: '0.7', min: '0.5', max: '240', step: '0.5' }), undefined],
  ['without an upper end', field({ type: 'number', value: '9', min: '1' }), undefined],
])('[PHONE13] of %s is said what it lacks', (_, asked, lack) => {
  expect(lackOf(asked)).toEqual(lack);
});
