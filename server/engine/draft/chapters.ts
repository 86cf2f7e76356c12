// The lines of the draft in reading order: per theme what is, what shall be, and the steps that lead there.
import type { DeskLine } from '../views';
import type { Theme } from '../vocabulary';

export type DraftGoal = {
  readonly line: DeskLine;
  readonly actions: readonly DeskLine[];
  /** Actions that stand under another goal and serve this one too. */
  readonly linked: readonly DeskLine[];
};
export type Chapter = {
  readonly theme: Theme;
  readonly needs: readonly DeskLine[];
  readonly goals: readonly DraftGoal[];
  readonly steps: readonly DeskLine[];
};

/** A chapter for every theme, also for one without a line. */
export function chaptersOf(draft: Readonly<Record<string, DeskLine>>, themes: readonly Theme[]): readonly Chapter[] {
  const lines = Object.values(draft).sort((a, b) => a.order - b.order);
  return themes.map((theme) => {
    const ofKind = (kind: DeskLine['kind']) => lines.filter((line) => line.kind === kind && line.themeId === theme.id);
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
