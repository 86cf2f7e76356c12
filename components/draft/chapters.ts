// The lines of the draft in reading order: per theme what is, what shall be, and the steps that lead there.
import type { DraftView, LineView } from '../../server/engine/views';
import type { Theme } from '../../server/engine/vocabulary';

export type DraftGoal = { readonly line: LineView; readonly actions: readonly LineView[] };
export type Chapter = {
  readonly theme: Theme;
  readonly needs: readonly LineView[];
  readonly goals: readonly DraftGoal[];
  readonly steps: readonly LineView[];
};

/** Themes without a line are left out. */
export function chaptersOf(draft: DraftView, themes: readonly Theme[]): readonly Chapter[] {
  const lines = Object.values(draft.lines).sort((a, b) => a.order - b.order);
  return themes
    .map((theme) => {
      const here = lines.filter((line) => line.themeId === theme.id);
      const ofKind = (kind: LineView['kind']) => here.filter((line) => line.kind === kind);
      return {
        theme,
        needs: ofKind('need'),
        goals: ofKind('goal').map((line) => ({
          line,
          actions: ofKind('action').filter((action) => action.goalLineId === line.id),
        })),
        steps: ofKind('step'),
      };
    })
    .filter(({ needs, goals, steps }) => needs.length + goals.length + steps.length > 0);
}
