// The small pieces of all that leaves a room, each built from named fields: what a state gains reaches nobody by itself. A text
// in all languages is a table by language and may pass as it is.
import type { ActionDetails, ActionFields } from './commands';
import { oncePer } from './once';
import type { Idea, Recorded, WordingChange } from './state';
import type { SupportedIdeaView } from './views';
import type { LocalText, OwnText } from './vocabulary';

export function words({ text, lang }: OwnText): OwnText {
  return { text, lang };
}

/** An idea as it was written, and where. */
export function writtenIdea({ text, lang, order, activityId, themeId, horizonId }: Idea): SupportedIdeaView {
  return {
    text,
    lang,
    order,
    activityId,
    ...(themeId === undefined ? {} : { themeId }),
    ...(horizonId === undefined ? {} : { horizonId }),
  };
}

type Named = { readonly id: string; readonly name: LocalText };

/** Groups, themes, horizons, criteria. The same list as long as the design is the same, so that views share it. */
const namesOf = oncePer((list: readonly Named[]) => list.map(({ id, name }) => ({ id, name })));

export function named<Thing extends Named>(list: readonly Thing[]): readonly Pick<Thing, 'id' | 'name'>[] {
  return namesOf(list);
}

export function actionFields({ what, who, byWhen, means, sign }: ActionFields): ActionFields {
  return { what, who, byWhen, means, sign };
}

export function actionDetails({ who, byWhen, means, sign }: ActionDetails): ActionDetails {
  return { who, byWhen, means, sign };
}

export function recorded({ at, by }: Recorded): Recorded {
  return { at, ...(by === undefined ? {} : { by }) };
}

export function wordingChange({ seq, at, by, author }: WordingChange): WordingChange {
  return { seq, at, ...(by === undefined ? {} : { by }), ...(author === undefined ? {} : { author }) };
}
