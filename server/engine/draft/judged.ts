// What a round of endorsement judges: every line the vision commits to, its goals alone, or each theme as a whole.
import type { DeskLine } from '../views';
import type { Judged, LineId, Theme, ThemeId } from '../vocabulary';

/** Under which a theme is judged as a whole. */
export function themeLineId(themeId: ThemeId): LineId {
  return `theme:${themeId}`;
}

/** In the order of the document. Needs and loose steps are what people said: only a theme as a whole takes them in. */
export function judgedIds(
  judge: Judged,
  draft: Readonly<Record<LineId, DeskLine>>,
  themes: readonly Theme[],
): readonly LineId[] {
  const lines = Object.values(draft).sort((a, b) => a.order - b.order);
  if (judge === 'themes')
    return themes.filter(({ id }) => lines.some(({ themeId }) => themeId === id)).map(({ id }) => themeLineId(id));
  return lines.filter(({ kind }) => kind === 'goal' || (kind === 'action' && judge === 'lines')).map(({ id }) => id);
}
