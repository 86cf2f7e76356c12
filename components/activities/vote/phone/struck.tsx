/** @jsxImportSource preact */
// Options that were taken out of the vote: that it happened, and that what this person gave to them is theirs again; and options
// that have come back.
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import { ballotField, ballotValues } from '../../../../server/protocol/form-ballot';
import type { Page } from '../../../live/phone/parts/page';
import { myVote } from './my-vote';

export function StruckOptions({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  const { struck = [], status } = activity;
  const back = activity.options.filter(({ id }) => page.returned?.includes(id));
  if (struck.length + back.length === 0) return null;
  const { say } = page.words;
  const mine = ballotValues(page.own.ballots.get(activity.id) ?? {});
  return (
    <div class="struck" role="status">
      {struck.map(({ id }) => {
        const dots = mine.get(ballotField.dots(id));
        const isMine = status === 'open' && myVote(page, activity, mine, id) !== undefined;
        return (
          <p class="changed" key={id}>
            {say('struck')}
            {isMine ? ` ${dots === undefined ? say('struckMine') : say('struckDots', { dots })}` : ''}
          </p>
        );
      })}
      {back.map(({ id, heading }) => (
        <p class="changed" key={id}>
          {say('unstruck', { option: heading.text })}
        </p>
      ))}
    </div>
  );
}
