/** @jsxImportSource preact */
// Saying how one feels: one button a mood, each a whole form, with script and without.
import type words from '../../../messages/en/activity-pulse.json';
import type { PulseView } from '../../../server/engine/activities/pulse/types';
import { CommandForm } from '../../live/phone/parts/command-form';
import type { Page } from '../../live/phone/parts/page';
import type { ParticipantFace } from '../phone/face';

type KindWords = (typeof words)['Phone'];
declare module '../../../i18n/messages' {
  interface PhoneWords extends KindWords {}
}

export const pulseParticipant: ParticipantFace<'pulse'> = { Step: PulseParticipant };

function PulseParticipant({ page, activity }: { readonly page: Page; readonly activity: PulseView }) {
  return (
    <CommandForm page={page} type="pulse.tell" fields={{ activityId: activity.id }}>
      <h2>{page.words.say('pulseTitle')}</h2>
      {activity.moods.map(({ id, name }) => (
        <button type="submit" name="mood" value={id} key={id}>
          {name[page.locale]}
        </button>
      ))}
    </CommandForm>
  );
}
