import { foldWords } from '../../../server/engine/text/fold';
import { areOpposed, polarityOf } from '../../../server/engine/text/polarity';
import type { Locale } from '../../../server/engine/vocabulary';

const opposed = (language: Locale, a: string, b: string) =>
  areOpposed(polarityOf(foldWords(a), language), polarityOf(foldWords(b), language));

const negated = (word: string) => polarityOf(foldWords(word), 'ky').negation !== 'none';

test.each<[Locale, string, string]>([
  ['en', 'Marijuana should be legalized and taxed', 'Marijuana should not be legalized'],
  ['en', 'The city needs a fairness ordinance', 'The city does Not need a fairness ordinance'],
  ['en', 'We don’t need a new market', 'We need a new market'],
  ['en', 'Do not remove the trees', 'Remove the trees'],
  ['en', 'Raise the local tax', 'Lower the local tax'],
  ['ru', 'Продавать землю иностранцам', 'Не продавать землю иностранцам'],
  ['ru', 'Нет новым налогам', 'Нужны новые налоги'],
  ['ru', 'Закрыть старую школу', 'Открыть старую школу'],
  ['ky', 'Жерди сатуу керек', 'Жерди сатуу керек эмес'],
  ['ky', 'Мектепти жапсын', 'Мектепти жаппасын'],
  ['ky', 'Даракты кыйгыла', 'Даракты кыйбагыла'],
  ['ky', 'Салыкты көбөйтүү', 'Салыкты азайтуу'],
])('opposite (%s): %s / %s', (language, a, b) => {
  expect(opposed(language, a, b)).toBe(true);
  expect(opposed(language, b, a)).toBe(true);
});

test.each<[Locale, string, string]>([
  ['en', 'No poverty', 'End poverty in all its forms everywhere'],
  ['en', 'There is no clean water in our village', 'Our village needs clean water'],
  ['en', 'Not only schools but also kindergartens', 'Schools and kindergartens'],
  ['en', 'No less than 3 meetings a year', '3 meetings a year'],
  ['ru', 'В селе нет чистой воды', 'Селу нужна чистая вода'],
  ['ru', 'Проводить сход не реже раза в год', 'Проводить сход раз в год'],
  ['ru', 'Чинить не работающие фонари', 'Чинить фонари'],
  ['ky', 'Жакырчылык жок', 'Жакырчылыкты бардык жерде жок кылуу'],
  ['ky', 'Айылда таза суу жок', 'Айылга таза суу керек'],
  ['ky', 'Иштебеген чырактарды оңдоо', 'Чырактарды оңдоо'],
  ['ky', 'Жок дегенде бир көпүрө', 'Бир көпүрө'],
])('not opposite (%s): %s / %s', (language, a, b) => {
  expect(opposed(language, a, b)).toBe(false);
});

test.each(
  'барбай келбейт болбосун кылбоо берилбесин курбоо чыкпаш сатпагыла көрбөйт иштебейт албайбыз ишенбөө'.split(' '),
)('%s is a negated verb', (word) => {
  expect(negated(word)).toBe(true);
});

test.each(
  'кабыл балбан дамба дамбасын байланыш пайда пайдалануу жабык кабар табат жабат заманбап аябай тажрыйбасына урбанизация себеп сапаттуу топтоо жабдуу кепилдик тобокел китепкана аянтча мегабайт'.split(
    ' ',
  ),
)('%s is not', (word) => {
  expect(negated(word)).toBe(false);
});
