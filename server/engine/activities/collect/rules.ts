// Collect: ideas, each under one theme and one horizon.

import { reject } from '../../rejection';
import type { SessionState } from '../../state';
import type { HorizonId } from '../../vocabulary';
import { ideaFacts } from '../ideas/facts';
import { ideasOfMine } from '../ideas/mine';
import { countIdeas, submitIdea } from '../ideas/submit-idea';
import type { ActivityRules } from '../rules';
import { isVote } from '../vote/is-vote';
import { practice } from './practice';
import { collectSchema } from './schema';

function isVotedOn({ design: { agenda } }: SessionState, horizonId: HorizonId): boolean {
  return agenda.some((activity) => isVote(activity) && activity.horizonIds.includes(horizonId));
}

export const collect: ActivityRules<'collect'> = {
  practice,
  traits: {},
  schema: collectSchema,
  facts: ideaFacts,
  mine: ideasOfMine,
  decide(state, design, participantId, command) {
    if (command.type !== 'idea.submit') return reject('wrong_activity');
    const { themeId, horizonId } = command;
    if (themeId === undefined || !state.design.themes.some(({ id }) => id === themeId)) return reject('unknown_theme');
    if (horizonId === undefined || !design.horizonIds.includes(horizonId)) return reject('unknown_horizon');
    return submitIdea(state, design, participantId, command, { themeId, horizonId });
  },
  view(state, design, _activity, audience) {
    const { horizonIds, maxPerPerson } = design;
    const base = {
      kind: 'collect',
      horizonIds,
      votedHorizonIds: horizonIds.filter((id) => isVotedOn(state, id)),
      maxPerPerson,
    } as const;
    if (audience === 'participant') return base;
    const { total, byTheme } = countIdeas(state, design.id);
    return { ...base, ideaCount: total, ideaCountByTheme: byTheme };
  },
};
