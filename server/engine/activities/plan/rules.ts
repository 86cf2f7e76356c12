// Plan: short-term actions for each chosen goal: what, who, by when, with what means, how we will know.

import type { ActionFields } from '../../commands';
import type { VoteOption } from '../../events';
import { ACTION_FIELD_MAX_LENGTH } from '../../limits';
import type { Rejection } from '../../rejection';
import { reject } from '../../rejection';
import type { Action, SessionState } from '../../state';
import { activityState } from '../../state';
import { cleanText, requireText, textLength } from '../../text/clean';
import { actionFields } from '../../told';
import type { ActionView } from '../../views';
import type { ActivityId, OwnText } from '../../vocabulary';
import type { ActivityRules } from '../rules';
import { chosenGoals } from '../vote/goals';
import { planFacts } from './facts';
import { practice } from './practice';
import { planSchema } from './schema';

const OPTIONAL_FIELDS = ['who', 'byWhen', 'means', 'sign'] as const;

function cleanFields(fields: ActionFields): ActionFields | Rejection {
  const what = requireText(fields.what, ACTION_FIELD_MAX_LENGTH);
  if (typeof what !== 'string') return what;
  const cleaned = { what, who: '', byWhen: '', means: '', sign: '' };
  for (const field of OPTIONAL_FIELDS) {
    cleaned[field] = cleanText(fields[field]);
    if (textLength(cleaned[field]) > ACTION_FIELD_MAX_LENGTH)
      return reject('text_too_long', { max: ACTION_FIELD_MAX_LENGTH });
  }
  return cleaned;
}

export const plan: ActivityRules<'plan'> = {
  practice,
  traits: { shownOpen: true },
  schema: planSchema,
  facts: planFacts,
  mine(state, participantId) {
    const { actionIds = [] } = state.participants.get(participantId) ?? {};
    const actions = actionIds.flatMap((id) => {
      const action = state.actions.get(id);
      if (action === undefined) return [];
      return [[id, ownAction(action)] as const];
    });
    return { actions: Object.fromEntries(actions) };
  },
  decide(state, design, participantId, command) {
    if (command.type !== 'action.submit') return reject('wrong_activity');
    const fields = cleanFields(command);
    if ('rejected' in fields) return fields;
    const { actionId, goalId, lang } = command;
    if (!chosenGoals(state).some(({ option }) => option.id === goalId)) return reject('unknown_goal');
    const existing = state.actions.get(actionId);
    if (existing === undefined) {
      const proposed = activityState(state, design.id).items.get(participantId) ?? 0;
      if (proposed >= design.maxPerPerson) return reject('too_many_actions', { max: design.maxPerPerson });
      return [
        { type: 'ActionSubmitted', data: { participantId, activityId: design.id, actionId, goalId, lang, ...fields } },
      ];
    }
    if (existing.authorId !== participantId) return reject('not_yours');
    if (existing.activityId !== design.id) return reject('wrong_activity');
    const changed =
      existing.goalId !== goalId ||
      existing.lang !== lang ||
      existing.what !== fields.what ||
      OPTIONAL_FIELDS.some((field) => existing[field] !== fields[field]);
    return changed ? [{ type: 'ActionEdited', data: { actionId, goalId, lang, ...fields } }] : [];
  },
  view(state, design, _activity, audience) {
    const chosen = chosenGoals(state).map(({ option }) => ({
      id: option.id,
      text: goalWording(state, option),
      themeId: option.themeId,
    }));
    const goals = state.design.themes.flatMap(({ id }) => chosen.filter(({ themeId }) => themeId === id));
    const base = { kind: 'plan', maxPerPerson: design.maxPerPerson, goals } as const;
    if (audience === 'participant') return base;
    return {
      ...base,
      actionCount: [...state.actions.values()].filter((action) => action.activityId === design.id && !action.hidden)
        .length,
    };
  },
};

function ownAction(action: Action): ActionView & { readonly activityId: ActivityId } {
  const { activityId, goalId, lang, order, hidden } = action;
  return { activityId, goalId, lang, ...actionFields(action), order, ...(hidden ? { hidden } : {}) };
}

/** As people made it read at the desk. */
function goalWording({ lineWork }: SessionState, { id, heading }: VoteOption): OwnText {
  const { wording } = lineWork[`goal:${id}`] ?? {};
  return wording === undefined ? heading : { text: wording.text, lang: wording.lang };
}
