/** @jsxImportSource preact */
// A vote on the phone: its rules, the ballot its method asks for, and afterwards what came of it.

import type words from '../../../messages/en/activity-vote.json';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import { ballotValues } from '../../../server/protocol/form-ballot';
import type { Page } from '../../live/phone/parts/page';
import { Status } from '../../live/phone/parts/status';
import type { ParticipantFace } from '../phone/face';
import { AgreementBallot } from './phone/agreement';
import { ApprovalBallot } from './phone/approval';
import { CountingRule } from './phone/counting-rule';
import { DotsBallot } from './phone/dots';
import { myVote } from './phone/my-vote';
import { RankingBallot } from './phone/ranking';
import { VoteResults } from './phone/results';
import { ScoreBallot } from './phone/score';
import { StruckOptions } from './phone/struck';
import { isRevealedVote } from './revealed';

type KindWords = (typeof words)['Phone'];
declare module '../../../i18n/messages' {
  interface PhoneWords extends KindWords {}
}

export const voteParticipant: ParticipantFace<'vote'> = {
  Step: VoteParticipant,
  isShown: isRevealedVote,
  closed: ['voteClosedTitle', 'voteClosedText'],
};

function VoteParticipant({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  // The hall hears the result together: from the wall first.
  if (activity.toldAt !== undefined && activity.toldAt > page.now) {
    return <p class="changed">{page.words.say('onTheWall')}</p>;
  }
  if (isRevealedVote(activity)) return <VoteResults page={page} activity={activity} />;
  if (activity.options.length === 0)
    return <p class="changed">{page.words.say(activity.struck === undefined ? 'noOptions' : 'allStruck')}</p>;
  const rule = <CountingRule page={page} activity={activity} />;
  return (
    <>
      {/* What was changed is read before one votes. */}
      {activity.settingsChanged ? rule : null}
      <StruckOptions page={page} activity={activity} />
      {activity.status === 'open' ? <BallotPaper page={page} activity={activity} /> : null}
      {activity.status === 'open' ? null : <CastBallot page={page} activity={activity} />}
      {activity.settingsChanged ? null : rule}
    </>
  );
}

function BallotPaper({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  const { method } = activity.settings;
  switch (method.name) {
    case 'dots':
      return <DotsBallot page={page} activity={activity} method={method} />;
    case 'approval':
      return <ApprovalBallot page={page} activity={activity} method={method} />;
    case 'score':
      return <ScoreBallot page={page} activity={activity} method={method} />;
    case 'ranking':
      return <RankingBallot page={page} activity={activity} method={method} />;
    case 'agreement':
      return <AgreementBallot page={page} activity={activity} />;
  }
}

/** After closing and before results: what I have voted for. */
function CastBallot({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  const ballot = page.own.ballots.get(activity.id);
  if (ballot === undefined) return null;
  const values = ballotValues(ballot);
  const voted = activity.options.flatMap((option) => {
    const vote = myVote(page, activity, values, option.id);
    return vote === undefined ? [] : [{ option, vote }];
  });
  if (voted.length === 0) return null;
  return (
    <section class="mine">
      <ul>
        {voted.map(({ option: { id, heading }, vote }) => (
          <li class="own" key={id}>
            <p class="text" dir="auto" lang={heading.lang}>
              {heading.text}
            </p>
            <p class="meta">{vote}</p>
          </li>
        ))}
      </ul>
      <Status page={page} state={ballot.state} />
    </section>
  );
}
