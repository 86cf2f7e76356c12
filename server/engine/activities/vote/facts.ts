// What becomes of votes: their ballots, settings, options, outcomes and goals.
import { remember } from '../../acts';
import type { Ballot } from '../../commands';
import type { StruckOption } from '../../events';
import { recordedBy } from '../../recorded-by';
import type { SessionState } from '../../state';
import { withActivity, withItems } from '../../state';
import type { Subject } from '../../subject';
import type { ActivityId, ParticipantId } from '../../vocabulary';
import { countingOf } from '../../voting/methods/counting';
import { backers } from '../ideas/backers';
import type { Recorded, RulesOfFacts } from '../rules';
import { findVote, voteSettings } from './settings';
import { behindOptions } from './standing-options';
import { aboutOption, struckBefore, withStruck } from './struck-options';
import type { VoteFact } from './types';

const strikes = {
  fold: (state: SessionState, fact: Recorded<'OptionStruck' | 'OptionRestored'>) =>
    withStruck(
      remember(state, fact, struckBefore(state, [fact.data]), aboutOption(state, fact.data)),
      [fact.data],
      fact.type === 'OptionStruck',
    ),
  owners: (before: SessionState, struck: StruckOption) => backers(before, behindOptions(before, [struck])),
  subjects: ({ option }: StruckOption): readonly Subject[] => [`option:${option}`],
};

export const voteFacts: RulesOfFacts<VoteFact> = {
  VoteConfigured: {
    fold(state, fact) {
      const { activityId, settings } = fact.data;
      const activity = state.activities[activityId];
      if (activity === undefined) return state;
      return withActivity(state, activityId, {
        settings,
        ...(activity.vote === undefined ? {} : { settingsChanged: true as const, settingsRecorded: recordedBy(fact) }),
      });
    },
    owners: () => [],
    subjects: ({ activityId }) => [`settings:${activityId}`],
    wishes: (_, data) => [{ type: 'vote.configure', ...data }],
  },
  OptionStruck: { ...strikes, wishes: (_, data) => [{ type: 'option.strike', ...data }] },
  OptionRestored: { ...strikes, wishes: (_, data) => [{ type: 'option.restore', ...data }] },
  BallotCast: {
    fold(state, { data: { activityId, participantId, ...ballot } }) {
      return foldBallot(state, activityId, participantId, ballot);
    },
    owners: (_, { participantId }) => [participantId],
    subjects: () => [],
    wishes: (_, { participantId: __, ...ballot }) => [{ type: 'ballot.cast', ...ballot }],
  },
  BallotWithdrawn: {
    fold: (state, { data }) => foldBallot(state, data.activityId, data.participantId, undefined),
    owners: (_, { participantId }) => [participantId],
    subjects: () => [],
    wishes: (_, { activityId }) => [{ type: 'ballot.withdraw', activityId }],
  },
  OutcomeDeclared: {
    fold(state, { data: { activityId, ...outcome }, at }) {
      const vote = state.activities[activityId]?.vote;
      return vote === undefined ? state : withActivity(state, activityId, { vote: { ...vote, outcome, toldFrom: at } });
    },
    owners: () => [],
    subjects: () => [],
    wishes: () => [],
  },
  GoalsChosen: {
    fold(state, fact) {
      const { activityId, priorityIds: goals, reason: goalsReason } = fact.data;
      const vote = state.activities[activityId]?.vote;
      if (vote === undefined) return state;
      const { goalsReason: _, ...others } = vote;
      const goalsRecorded = recordedBy(fact);
      const chosen = { ...others, goals, goalsRecorded, ...(goalsReason === undefined ? {} : { goalsReason }) };
      return withActivity(state, activityId, { vote: chosen });
    },
    owners: () => [],
    subjects: ({ activityId }) => [`goals:${activityId}`],
    wishes: (_, data) => [{ type: 'goals.choose', ...data }],
  },
};

function foldBallot(
  state: SessionState,
  activityId: ActivityId,
  participantId: ParticipantId,
  ballot: Ballot | undefined,
): SessionState {
  const design = findVote(state, activityId);
  const vote = state.activities[activityId]?.vote;
  const groupId = state.participants.get(participantId)?.groupId;
  if (vote === undefined || groupId === undefined || design === undefined) return state;
  const before = vote.ballots.get(participantId);
  const ballots = ballot === undefined ? vote.ballots.delete(participantId) : vote.ballots.set(participantId, ballot);
  const counting = countingOf(
    voteSettings(state, design).method,
    vote.options.map(({ id }) => id),
  );
  const tally = counting.replace(vote.tally, groupId, before, ballot);
  const step = (ballot === undefined ? 0 : 1) - (before === undefined ? 0 : 1);
  return withItems(
    withActivity(state, activityId, { vote: { ...vote, ballots, tally } }),
    activityId,
    participantId,
    step,
  );
}
