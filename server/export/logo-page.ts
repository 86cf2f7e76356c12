// A page with nothing but signs on it: whether they can be printed shows only when they are.
import type { Locale, Organisation } from '../engine/vocabulary';
import { pictureOf } from '../protocol/picture';
import type { PaperDocument } from './document';

export function logoPage(organisations: readonly Organisation[], locale: Locale): PaperDocument {
  const logos = organisations.flatMap(({ name, logo = '' }) => {
    const picture = pictureOf(logo);
    return picture === undefined ? [] : [{ name: name[locale], picture }];
  });
  return {
    title: 'Eles',
    locale,
    reference: '',
    words: { notes: '', notesIntro: [], missingLetters: '' },
    blocks: [{ kind: 'logos', logos }],
    notes: [],
  };
}
