// What becomes of an endorsement: judgements that come and go.
import type { SessionState } from '../../state';
import { withActivity, withItems } from '../../state';
import { replaceJudgement } from '../../voting/methods/gradient';
import type { Recorded, RulesOfFacts } from '../rules';
import type { EndorseFact } from './types';

export const endorseFacts: RulesOfFacts<EndorseFact> = {
  EndorsementGiven: {
    fold: foldJudgement,
    owners: (_, { participantId }) => [participantId],
    subjects: () => [],
    wishes: (before, { activityId, lineId, level }) => {
      const round = before.activities[activityId]?.endorse?.rounds[lineId];
      return [{ type: 'endorsement.give', activityId, lineId, level, round }];
    },
  },
  EndorsementWithdrawn: {
    fold: foldJudgement,
    owners: (_, { participantId }) => [participantId],
    subjects: () => [],
    wishes: (_, { activityId, lineId }) => [{ type: 'endorsement.withdraw', activityId, lineId }],
  },
};

function foldJudgement(
  state: SessionState,
  event: Recorded<'EndorsementGiven' | 'EndorsementWithdrawn'>,
): SessionState {
  const { activityId, participantId, lineId } = event.data;
  const endorse = state.activities[activityId]?.endorse;
  if (endorse === undefined || !state.participants.has(participantId)) return state;
  const { [lineId]: before, ...others } = endorse.judgements.get(participantId) ?? {};
  const after = event.type === 'EndorsementGiven' ? event.data.level : undefined;
  const own = after === undefined ? others : { ...others, [lineId]: after };
  const judgements =
    Object.keys(own).length === 0
      ? endorse.judgements.delete(participantId)
      : endorse.judgements.set(participantId, own);
  const tally = replaceJudgement(endorse.tally, lineId, before, after);
  const step = (after === undefined ? 0 : 1) - (before === undefined ? 0 : 1);
  return withItems(
    withActivity(state, activityId, { endorse: { ...endorse, judgements, tally } }),
    activityId,
    participantId,
    step,
  );
}
