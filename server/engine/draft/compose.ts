// Composes the draft vision from the room's outcomes, in the wording people used: per theme needs (today), goals (2030)
// with their actions (from tomorrow), then steps proposed but tied to no goal. Holds only what may be published.
import type { ActionFields } from '../commands';
import { chosenGoals } from '../goals';
import { standingPriorities, supportersShown } from '../priorities';
import type { Action, SessionState } from '../state';
import { groupsOf } from '../state';
import type { DraftGap, DraftView, EndorsementResult, LineView } from '../views';
import type { LineId, OwnText, ThemeId } from '../vocabulary';
import { judgedResult } from '../voting/endorsement';
import { lineOnView } from '../voting/published-endorsement';
import { goalTrace, ownText } from './goal-trace';

type FullDraft = Required<Pick<DraftView, 'lines' | 'gaps'>>;

// Every audience and the endorsement's own view ask for the draft of the same state within one tick.
const composed = new WeakMap<SessionState, FullDraft>();

export function composeDraft(state: SessionState): FullDraft {
  const known = composed.get(state);
  if (known !== undefined) return known;
  const draft = compose(state);
  composed.set(state, draft);
  return draft;
}

function compose(state: SessionState): FullDraft {
  const lines: Record<LineId, LineView> = {};
  const gaps: DraftGap[] = [];
  const standing = standingPriorities(state);
  const goals = chosenGoals(state);
  const goalIds = new Set(goals.map(({ option }) => option.id));
  const actions = [...state.actions.values()].filter((action) => !action.hidden).sort((a, b) => a.order - b.order);
  const endorsements = revealedEndorsements(state);
  let order = 0;

  const add = (
    line: Pick<LineView, 'id' | 'kind' | 'themeId' | 'trace'> & {
      text: OwnText;
      action?: ActionFields;
      goalLineId?: LineId;
    },
  ): void => {
    const edit = state.lineEdits[line.id];
    const endorsement = endorsements[line.id];
    lines[line.id] = {
      ...line,
      order: order++,
      ...(edit === undefined ? {} : { text: edit, original: line.text }),
      ...(endorsement === undefined ? {} : { endorsement }),
    };
  };
  const addPriorities = (kind: 'need' | 'step', themeId: ThemeId): void => {
    const horizonId = kind === 'need' ? 'today' : 'tomorrow';
    for (const { id, heading, ideas, ...place } of standing) {
      if (place.themeId !== themeId || place.horizonId !== horizonId || goalIds.has(id)) continue;
      const trace = { priorityId: id, ideas: ideas.map(ownText), ...supportersShown(ideas) };
      add({ id: `${kind}:${id}`, kind, themeId, text: heading, trace });
    }
  };
  const addAction = (action: Action, goalLineId: LineId, themeId: ThemeId): void => {
    const { id, what, who, byWhen, means, sign, lang } = action;
    const lineId = `action:${id}`;
    const fields = { what, who, byWhen, means, sign };
    add({
      id: lineId,
      kind: 'action',
      themeId,
      goalLineId,
      text: { text: what, lang },
      action: fields,
      trace: { actionId: id, ideas: [{ text: what, lang }] },
    });
    if (who === '') gaps.push({ lineId, gap: 'action_without_who' });
    if (byWhen === '') gaps.push({ lineId, gap: 'action_without_date' });
  };

  for (const { id: themeId } of state.design.themes) {
    addPriorities('need', themeId);
    for (const { activityId, option } of goals) {
      if (option.themeId !== themeId) continue;
      const goalLineId = `goal:${option.id}`;
      add({ id: goalLineId, kind: 'goal', themeId, text: option.heading, trace: goalTrace(state, activityId, option) });
      const own = actions.filter((action) => action.goalId === option.id);
      if (own.length === 0) gaps.push({ lineId: goalLineId, gap: 'goal_without_action' });
      for (const action of own) addAction(action, goalLineId, themeId);
    }
    addPriorities('step', themeId);
  }
  return { lines, gaps };
}

function revealedEndorsements(state: SessionState): Readonly<Record<LineId, EndorsementResult>> {
  const results: Record<LineId, EndorsementResult> = {};
  for (const { id } of state.design.agenda) {
    const activity = state.activities[id];
    if (activity?.endorse === undefined || !activity.revealed) continue;
    const tables = { groupOf: groupsOf(state), workshop: state.design };
    for (const lineId of activity.endorse.lines)
      results[lineId] = judgedResult(
        lineOnView(activity.endorse.publication, lineId, tables),
        state.design.smallestCell,
      );
  }
  return results;
}
