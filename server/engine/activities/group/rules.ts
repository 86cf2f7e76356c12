// Group: the facilitator merges ideas into priorities (moderation.ts); participants only watch.

import { shownPriorities } from '../../priorities';
import { reject } from '../../rejection';
import type { ActivityRules } from '../rules';
import { practice } from './practice';
import { groupSchema } from './schema';

export const group: ActivityRules<'group'> = {
  practice,
  traits: { watched: true, shownOpen: true },
  schema: groupSchema,
  facts: {},
  decide() {
    return reject('wrong_activity');
  },
  view(state, _design, _activity, audience) {
    return audience === 'participant'
      ? { kind: 'group' }
      : { kind: 'group', priorityCount: shownPriorities(state).length };
  },
};
