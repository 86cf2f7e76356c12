import fc from 'fast-check';
import { foldText, readLegacyFont } from '../../../server/engine/text/fold';
import { guessLanguage } from '../../../server/engine/text/language';

const kyrgyz = 'Таза суу түтүктөрүн, көчөлөрдү жана жаңы мектепти оңдоо!';

const words = fc.array(
  fc.constantFrom('түтүк', 'көчө', 'жаңы', 'Сёла', 'вода', 'water', '2030', 'бала-бакча', 'ӊ', 'don’t'),
  {
    maxLength: 8,
  },
);

test('folding is idempotent for any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldText(foldText(text)) === foldText(text)));
  fc.assert(fc.property(words, (list) => foldText(foldText(list.join(' '))) === foldText(list.join(' '))));
});

test.each([
  ['a Russian keyboard', 'Таза суу тутукторун, кочолорду жана жаны мектепти ондоо!'],
  ['ӊ with a tail for ң', kyrgyz.replaceAll('ң', 'ӊ')],
  ['capitals without punctuation', kyrgyz.toUpperCase().replace(/[,!]/g, '')],
  ['Latin look-alikes inside words', kyrgyz.replace('Таза', 'Tаза').replace('мектепти', 'мeктепти')],
  ['letters typed as base and mark', kyrgyz.normalize('NFD')],
])('%s folds to the same key', (_how, typed) => {
  expect(foldText(typed)).toBe(foldText(kyrgyz));
});

test('ё is е, and an English word with a Cyrillic letter stays English', () => {
  expect(foldText('Тёплые сёла')).toBe(foldText('Теплые села'));
  expect(foldText('сlean wаter')).toBe('clean water');
});

test('a word wholly in Latin letters stays Latin, even if all look Cyrillic', () => {
  expect(foldText('cop')).not.toBe(foldText('сор'));
});

test('a legacy font is read only where Russian cannot have meant the letters', () => {
  expect(foldText(readLegacyFont('т\\т\\ктър') ?? '')).toBe(foldText('түтүктөр'));
  expect(foldText(readLegacyFont('Кеёеш') ?? '')).toBe(foldText('Кеңеш'));
  expect(foldText(readLegacyFont('къё\\л') ?? '')).toBe(foldText('көңүл'));
  for (const russian of ['подъезд и съёмка', 'её приём', 'ёлка', 'моё село'])
    expect(readLegacyFont(russian)).toBeUndefined();
});

test.each([
  ['Мектептин чатырын ондоо', 'ky'],
  ['Айылга бала бакча ачуу', 'ky'],
  ['Отремонтировать крышу школы', 'ru'],
  ['Детский сад в селе', 'ru'],
  ['Repair the school roof', 'en'],
])('%s is taken for %s', (text, language) => {
  expect(guessLanguage(text, foldText(text).split(' '))).toBe(language);
});
