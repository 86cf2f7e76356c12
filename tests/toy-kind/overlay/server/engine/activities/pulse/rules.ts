// Pulse: how the room feels, one word a person.
import { PersistentMap } from '../../persistent-map';
import { reject } from '../../rejection';
import type { ActivityState } from '../../state';
import { activityState, withActivity, withItems } from '../../state';
import type { ActivityRules } from '../rules';
import { practice } from './practice';
import { pulseSchema } from './schema';
import type { PulseDesign } from './types';

function countsOf({ moods }: PulseDesign, { moods: told = PersistentMap.empty() }: ActivityState) {
  const given = [...told.values()];
  return Object.fromEntries(moods.map(({ id }) => [id, given.filter((mood) => mood === id).length]));
}

export const pulse: ActivityRules<'pulse'> = {
  traits: { secret: true },
  schema: pulseSchema,
  practice,
  facts: {
    PulseTold: {
      fold(state, { data: { participantId, activityId, mood } }) {
        const activity = state.activities[activityId];
        if (activity === undefined) return state;
        const { moods = PersistentMap.empty<string>() } = activity;
        const counted = moods.get(participantId) === undefined ? withItems(state, activityId, participantId, 1) : state;
        return withActivity(counted, activityId, { moods: moods.set(participantId, mood) });
      },
      owners: (_, { participantId }) => [participantId],
      subjects: () => [],
      wishes: (_, { activityId, mood }) => [{ type: 'pulse.tell', activityId, mood }],
    },
  },
  decide(state, design, participantId, command) {
    if (command.type !== 'pulse.tell') return reject('wrong_activity');
    const { mood } = command;
    if (!design.moods.some(({ id }) => id === mood)) return reject('unknown_option');
    if (activityState(state, design.id).moods?.get(participantId) === mood) return [];
    return [{ type: 'PulseTold', data: { participantId, activityId: design.id, mood } }];
  },
  unopened: ({ moods: _, ...rest }) => rest,
  mine(state, participantId) {
    const told = Object.entries(state.activities).flatMap(([id, { moods }]) => {
      const mood = moods?.get(participantId);
      return mood === undefined ? [] : [[id, mood] as const];
    });
    return { pulses: Object.fromEntries(told) };
  },
  view(_state, design, activity) {
    const { moods } = design;
    return { kind: 'pulse', moods, ...(activity.revealed ? { counts: countsOf(design, activity) } : {}) };
  },
  exported(state, design) {
    const counts = countsOf(design, activityState(state, design.id));
    return design.moods.map(({ id, name }) => ({ label: name, value: counts[id] ?? 0 }));
  },
};
