// The vision a session goes on from, carried on: which of its lines the new draft begins with, and what is known of its actions.
import type { SessionState } from '../state';
import { words } from '../told';
import type { DeskLine } from '../views';
import type { ActionStatus, EarlierLine, LineId } from '../vocabulary';
import type { ComposedLine } from './arrange';

/** Lights the earlier vision as a whole. */
export const EARLIER = 'earlier';

export function statusOf({ lineWork }: SessionState, lineId: LineId): ActionStatus {
  return (Object.hasOwn(lineWork, lineId) ? lineWork[lineId]?.status : undefined) ?? 'not_started';
}

export function findEarlier({ earlier }: SessionState, lineId: LineId): EarlierLine | undefined {
  return earlier?.lines.find(({ id }) => id === lineId);
}

/** Goals, and actions that still wait to be done, before anybody's hand. */
export function carriedLines(state: SessionState): readonly ComposedLine[] {
  const { earlier } = state;
  if (earlier === null) return [];
  const open = earlier.lines.filter(
    ({ id, kind }) => kind === 'goal' || ['not_started', 'under_way'].includes(statusOf(state, id)),
  );
  return open.map(({ id, kind, themeId, goalLineId, text, translations, who, byWhen, means, sign }): ComposedLine => {
    const fields = { who: who ?? '', byWhen: byWhen ?? '', means: means ?? '', sign: sign ?? '' };
    return {
      id,
      kind,
      themeId,
      text: words(text),
      ...(goalLineId === undefined ? {} : { goalLineId }),
      ...(translations === undefined ? {} : { translations: asTranslations(translations) }),
      ...(kind === 'action' ? { action: { what: text.text, ...fields } } : {}),
      trace: { ideas: [], earlier: { code: earlier.code, date: earlier.date } },
    };
  });
}

function asTranslations(texts: NonNullable<EarlierLine['translations']>): NonNullable<DeskLine['translations']> {
  return Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, { text }]));
}
