// The words in which lines and themes of the draft read at this moment.
import type { JudgedWording } from '../events';
import type { SessionState } from '../state';
import type { LineId } from '../vocabulary';
import { composeDraft } from './compose';
import { themeLineId } from './judged';
import { wordingOf, wordingOfTheme } from './judged-wording';

/** By the id of the line or theme; one that is not in the draft is left out. */
export function wordingsNow(state: SessionState, ids: readonly LineId[]): Readonly<Record<LineId, JudgedWording>> {
  const { lines } = composeDraft(state);
  const themes = new Map(state.design.themes.map((theme) => [themeLineId(theme.id), theme]));
  return Object.fromEntries(
    ids.flatMap((id): readonly (readonly [LineId, JudgedWording])[] => {
      const theme = themes.get(id);
      if (theme !== undefined) {
        const own = Object.values(lines);
        return own.some(({ themeId }) => themeId === theme.id) ? [[id, wordingOfTheme(theme, own)]] : [];
      }
      const line = Object.hasOwn(lines, id) ? lines[id] : undefined;
      return line === undefined ? [] : [[id, wordingOf(line)]];
    }),
  );
}
