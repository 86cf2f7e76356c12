/** @jsxImportSource preact */
// While the facilitator groups ideas, the phone points to the wall.

import type words from '../../../messages/en/activity-group.json';
import { Notice } from '../../live/phone/parts/notice';
import type { Page } from '../../live/phone/parts/page';
import type { ParticipantFace } from '../phone/face';

type KindWords = (typeof words)['Phone'];
declare module '../../../i18n/messages' {
  interface PhoneWords extends KindWords {}
}

export const groupParticipant: ParticipantFace<'group'> = {
  Step: GroupParticipant,
  watched: true,
};

function GroupParticipant({ page }: { readonly page: Page }) {
  const { say } = page.words;
  return (
    <Notice title={say('groupTitle')}>
      <p>{say('groupText')}</p>
    </Notice>
  );
}
