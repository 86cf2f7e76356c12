// A page with nothing but logos on it: whether they can be printed shows only when they are.

import { DEFAULT_LOCALE } from '../../i18n/locale';
import type { Locale, Organisation } from '../engine/vocabulary';
import { pictureOf } from '../protocol/picture';
import type { PaperDocument } from './document';
import { RenderBusy, type RenderThread } from './render-thread';

/**
 * A picture may be torn inside and look well from its head; found out before it is taken, or no document of any session could be
 * made. Rejects with a `RenderBusy` when too many documents are waiting.
 */
export async function canBePrinted(
  organisations: readonly Organisation[],
  documents: Pick<RenderThread, 'render'>,
): Promise<boolean> {
  try {
    await documents.render({ paper: logoPage(organisations, DEFAULT_LOCALE), locale: DEFAULT_LOCALE });
    return true;
  } catch (error) {
    if (error instanceof RenderBusy) throw error;
    return false;
  }
}

function logoPage(organisations: readonly Organisation[], locale: Locale): PaperDocument {
  const logos = organisations.flatMap(({ name, logo = '' }) => {
    const picture = pictureOf(logo);
    return picture === undefined ? [] : [{ name: name[locale], picture }];
  });
  return {
    title: 'Eles',
    locale,
    reference: '',
    words: { notes: '', missingLetters: '' },
    blocks: [{ kind: 'logos', logos }],
    notes: [],
  };
}
