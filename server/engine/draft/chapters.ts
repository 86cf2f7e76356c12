// The lines of the draft in reading order: per theme what is, what shall be, and the steps that lead there.
import type { LineView } from '../views';
import type { Theme } from '../vocabulary';

export type DraftGoal = {
  readonly line: LineView;
  readonly actions: readonly LineView[];
  /** Actions that stand under another goal and serve this one too. */
  readonly linked: readonly LineView[];
};
export type Chapter = {
  readonly theme: Theme;
  readonly needs: readonly LineView[];
  readonly goals: readonly DraftGoal[];
  readonly steps: readonly LineView[];
};

/** A chapter for every theme, also for one without a line. */
export function chaptersOf(draft: Readonly<Record<string, LineView>>, themes: readonly Theme[]): readonly Chapter[] {
  const lines = Object.values(draft).sort((a, b) => a.order - b.order);
  return themes.map((theme) => {
    const ofKind = (kind: LineView['kind']) => lines.filter((line) => line.kind === kind && line.themeId === theme.id);
    return {
      theme,
      needs: ofKind('need'),
      goals: ofKind('goal').map((line) => ({
        line,
        actions: lines.filter((action) => action.goalLineId === line.id),
        linked: lines.filter((action) => action.alsoUnder?.includes(line.id)),
      })),
      steps: ofKind('step'),
    };
  });
}

export function isEmptyChapter({ needs, goals, steps }: Chapter): boolean {
  return needs.length + goals.length + steps.length === 0;
}
