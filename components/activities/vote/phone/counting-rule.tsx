/** @jsxImportSource preact */
// How ballots become a result: said before, during and after the vote.
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { Page } from '../../../live/phone/parts/page';

/** How the result will be made: known before the vote, and said when it was changed later. */
export function CountingRule({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  const { say } = page.words;
  const { rule, places, per, weights } = activity.settings;
  return (
    <aside class="counting">
      {activity.settingsChanged ? <p class="changed">{say('settingsChanged')}</p> : null}
      <p class="soft">
        {say(per === 'theme' ? 'countingPerTheme' : 'countingPlaces', { places })} {say(`rule_${rule}`)}
        {weights === 'group' ? ` ${say('weights_group')}` : ''} {say('ties')}
      </p>
    </aside>
  );
}
