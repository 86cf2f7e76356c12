// What becomes of actions by what people do.
import { withItems } from '../../state';
import { authors } from '../ideas/backers';
import type { Kinds } from '../kinds';
import type { RulesOfFacts } from '../rules';

export const planFacts: RulesOfFacts<Kinds['plan']['fact']> = {
  ActionSubmitted: {
    fold(state, { data: { participantId, actionId, ...fields }, seq }) {
      const author = state.participants.get(participantId);
      if (author === undefined || !Object.hasOwn(state.activities, fields.activityId)) return state;
      return {
        ...withItems(state, fields.activityId, participantId, 1),
        actions: state.actions.set(actionId, {
          ...fields,
          id: actionId,
          authorId: participantId,
          order: seq,
          hidden: false,
        }),
        participants: state.participants.set(participantId, { ...author, actionIds: [...author.actionIds, actionId] }),
      };
    },
    owners: (_, { participantId }) => [participantId],
    subjects: () => [],
    wishes: (_, { participantId: __, ...action }) => [{ type: 'action.submit', ...action }],
  },
  ActionEdited: {
    fold(state, { data: { actionId, ...fields } }) {
      const action = state.actions.get(actionId);
      return action === undefined
        ? state
        : { ...state, actions: state.actions.set(actionId, { ...action, ...fields }) };
    },
    owners: (before, { actionId }) => authors([before.actions.get(actionId)]),
    subjects: ({ actionId }) => [`action:${actionId}`],
    wishes: (before, data) => {
      const activityId = before.actions.get(data.actionId)?.activityId;
      return activityId === undefined ? [] : [{ type: 'action.submit', activityId, ...data }];
    },
  },
  ActionWithdrawn: {
    fold(state, { data }) {
      const action = state.actions.get(data.actionId);
      const author = action && state.participants.get(action.authorId);
      if (action === undefined || author === undefined) return state;
      return {
        ...withItems(state, action.activityId, action.authorId, -1),
        actions: state.actions.delete(action.id),
        withdrawn: { ...state.withdrawn, actions: state.withdrawn.actions.set(action.id, action) },
        participants: state.participants.set(action.authorId, {
          ...author,
          actionIds: author.actionIds.filter((id) => id !== action.id),
        }),
      };
    },
    owners: (before, { actionId }) => authors([before.actions.get(actionId)]),
    subjects: ({ actionId }) => [`action:${actionId}`],
    wishes: (_, { actionId }) => [{ type: 'action.withdraw', actionId }],
  },
};
