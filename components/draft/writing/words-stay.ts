// What may not be done with a line because people are judging words of it at this moment: the server refuses it until the step
// is closed. Pure.
import { isEndorse } from '../../../server/engine/activities/endorse/is-endorse';
import { themeLineId } from '../../../server/engine/draft/judged';
import type { DeskLine, FacilitatorView } from '../../../server/engine/views';
import type { IdeaId, LineId, LineKind, ThemeId } from '../../../server/engine/vocabulary';

export type LineAct = 'edit' | 'split' | 'join' | 'translate' | 'relate' | 'drop' | 'part';
type At = Pick<FacilitatorView, 'activity'>;
type WithDraft = At & Pick<FacilitatorView, 'draft'>;

/** Of what is judged as a whole, a theme, its goals are what people see. */
const CHANGES_GOALS: readonly LineAct[] = ['edit', 'split', 'join', 'drop', 'part'];

export function wordsStay(view: WithDraft, act: LineAct, { id, kind, themeId }: DeskLine): boolean {
  if (isJudged(view, id)) return true;
  if (!CHANGES_GOALS.includes(act) || !goalsStay(view, kind, themeId)) return false;
  // With its last line a theme leaves the draft, and that may be.
  return act !== 'drop' || Object.values(view.draft.lines).some((one) => one.themeId === themeId && !isUnder(one, id));
}

function isUnder({ id, goalLineId }: DeskLine, goal: LineId): boolean {
  return id === goal || goalLineId === goal;
}

/** No line of this kind comes under this theme either. */
export function goalsStay(view: At, kind: LineKind, themeId: ThemeId): boolean {
  return kind === 'goal' && isJudged(view, themeLineId(themeId));
}

/** The idea by itself is a goal, so that its language is that of the line. */
export function languageStays(view: WithDraft, ideaId: IdeaId): boolean {
  return Object.values(view.draft.lines).some(
    (line) => line.trace.priorityId === ideaId && line.original === undefined && wordsStay(view, 'edit', line),
  );
}

export function isAnyJudged({ activity }: At): boolean {
  return isEndorse(activity) && activity.status === 'open';
}

function isJudged(view: At, id: LineId): boolean {
  const { activity } = view;
  return isEndorse(activity) && activity.status === 'open' && activity.lines.some((line) => line.id === id);
}
