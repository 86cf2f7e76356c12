// Composes the draft vision from the room's outcomes, in the wording people used: per theme needs (today), goals (2030)
// with their actions (from tomorrow), then steps proposed but tied to no goal. Holds only what may be published.

import type { EndorseState } from '../activities/endorse/types';
import { chosenGoals } from '../activities/vote/goals';
import { oncePer } from '../once';
import { secondersShown, shownPriorities } from '../priorities';
import type { SessionState } from '../state';
import { groupsOf } from '../state';
import { words } from '../told';
import type { DeskLine, DraftGap, DraftView } from '../views';
import type { LineId } from '../vocabulary';
import { judgedFigures } from '../voting/publishing/endorsement';
import { lineOnView } from '../voting/publishing/published-endorsement';
import { arrange, type ComposedLine } from './arrange';
import { carriedLines } from './earlier';
import { goalTrace } from './goal-trace';
import { themeLineId } from './judged';
import { besideWords, changeOf, type Judgement, judgedWords, outOf, wordingOfTheme } from './judged-wording';

type FullDraft = Required<Pick<DraftView, 'lines' | 'themes' | 'gaps' | 'dropped'>>;

/** Every audience and the endorsement's own view ask for the draft of the same state within one tick. */
export const composeDraft = oncePer(compose);

function compose(state: SessionState): FullDraft {
  const judgements = revealedJudgements(state);
  const { lines, dropped } = arrange(state, composedLines(state), judgements);
  const judged = state.design.themes.flatMap((theme) => {
    const lineId = themeLineId(theme.id);
    const judgement = judgements[lineId];
    if (judgement === undefined) return [];
    const now = wordingOfTheme(theme, Object.values(lines));
    return [[theme.id, besideWords(judgement, now, changeOf(state, lineId))] as const];
  });
  return { lines, themes: Object.fromEntries(judged), dropped, gaps: gapsOf(lines) };
}

/** In reading order within each kind. */
function composedLines(state: SessionState): readonly ComposedLine[] {
  const goals = chosenGoals(state);
  const themeOfGoal = new Map(goals.map(({ option }) => [option.id, option.themeId]));
  const needsAndSteps = shownPriorities(state).flatMap((priority): readonly ComposedLine[] => {
    const { id, themeId, horizonId, heading, ideas } = priority;
    if (horizonId === '2030' || themeOfGoal.has(id)) return [];
    const kind = horizonId === 'today' ? 'need' : 'step';
    const trace = { priorityId: id, ideas: ideas.map(words), ...secondersShown(ideas) };
    return [{ id: `${kind}:${id}`, kind, themeId, text: heading, trace }];
  });
  const goalLines = goals.map(
    ({ activityId, option }): ComposedLine => ({
      id: `goal:${option.id}`,
      kind: 'goal',
      themeId: option.themeId,
      text: option.heading,
      trace: goalTrace(state, activityId, option),
    }),
  );
  const actions = [...state.actions.values()]
    .sort((a, b) => a.order - b.order)
    .flatMap(({ id, goalId, hidden, what, who, byWhen, means, sign, lang }): readonly ComposedLine[] => {
      const themeId = themeOfGoal.get(goalId);
      if (hidden || themeId === undefined) return [];
      return [
        {
          id: `action:${id}`,
          kind: 'action',
          themeId,
          goalLineId: `goal:${goalId}`,
          text: { text: what, lang },
          action: { what, who, byWhen, means, sign },
          trace: { actionId: id, ideas: [{ text: what, lang }] },
        },
      ];
    });
  // What is carried on stands before what is new.
  return [...carriedLines(state), ...needsAndSteps, ...goalLines, ...actions];
}

function gapsOf(lines: Readonly<Record<LineId, DeskLine>>): readonly DraftGap[] {
  const inOrder = Object.values(lines).sort((a, b) => a.order - b.order);
  const served = new Set(inOrder.flatMap(({ goalLineId = '', alsoUnder = [] }) => [goalLineId, ...alsoUnder]));
  return inOrder.flatMap(({ id: lineId, kind, action }): readonly DraftGap[] => {
    if (kind === 'goal') return served.has(lineId) ? [] : [{ lineId, gap: 'goal_without_action' }];
    if (kind !== 'action') return [];
    return [
      ...((action?.who ?? '') === '' ? [{ lineId, gap: 'action_without_who' as const }] : []),
      ...((action?.byWhen ?? '') === '' ? [{ lineId, gap: 'action_without_date' as const }] : []),
    ];
  });
}

function revealedJudgements(state: SessionState): Readonly<Record<LineId, Judgement>> {
  const results: Record<LineId, Judgement> = {};
  for (const { id } of state.design.agenda) {
    const activity = state.activities[id];
    if (activity?.endorse === undefined || !activity.revealed) continue;
    const { endorse } = activity;
    for (const lineId of endorse.lines) {
      const judgement = judgementOf(state, endorse, lineId);
      if (judgement !== undefined) results[lineId] = judgement;
    }
  }
  return results;
}

/**
 * What is published of one line of an endorsement, and of its earlier wordings. Figures stand beside their words: where those
 * were hidden, they are gone with them.
 */
export function judgementOf(state: SessionState, endorse: EndorseState, lineId: LineId): Judgement | undefined {
  const wording = endorse.wordings[lineId];
  const isOut = outOf(state);
  if (wording === undefined || isOut(lineId, wording.text)) return undefined;
  const { smallestCell } = state.design;
  const tables = { groupOf: groupsOf(state), workshop: state.design };
  return {
    wording,
    read: judgedWords(wording, isOut),
    figures: judgedFigures(lineOnView(endorse.publication, lineId, tables), smallestCell),
    before: (endorse.past[lineId] ?? [])
      .filter((past) => !isOut(lineId, past.wording.text))
      .map((past) => ({
        judged: judgedWords(past.wording, isOut),
        ...judgedFigures(past.shown, smallestCell),
      })),
  };
}
