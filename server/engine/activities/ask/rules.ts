// Ask: open answers to a guiding question. Answers are ideas without theme and horizon.

import { reject } from '../../rejection';
import { ideaFacts } from '../ideas/facts';
import { ideasOfMine } from '../ideas/mine';
import { countIdeas, submitIdea } from '../ideas/submit-idea';
import type { ActivityRules } from '../rules';
import { practice } from './practice';
import { askSchema } from './schema';

export const ask: ActivityRules<'ask'> = {
  practice,
  traits: {},
  schema: askSchema,
  facts: ideaFacts,
  mine: ideasOfMine,
  decide(state, design, participantId, command) {
    if (command.type !== 'idea.submit') return reject('wrong_activity');
    return submitIdea(state, design, participantId, command, {});
  },
  view(state, design, _activity, audience) {
    const live = audience === 'participant' ? {} : { ideaCount: countIdeas(state, design.id).total };
    return { kind: 'ask', maxPerPerson: design.maxPerPerson, ...live };
  },
};
