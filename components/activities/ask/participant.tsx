/** @jsxImportSource preact */
// Answering an open question on the phone.

import type words from '../../../messages/en/activity-ask.json';
import type { AskView } from '../../../server/engine/activities/ask/types';
import type { Page } from '../../live/phone/parts/page';
import type { ParticipantFace } from '../phone/face';
import { OwnIdeas } from '../phone/own-ideas';

type KindWords = (typeof words)['Phone'];
declare module '../../../i18n/messages' {
  interface PhoneWords extends KindWords {}
}

export const askParticipant: ParticipantFace<'ask'> = {
  Step: AskParticipant,
};

function AskParticipant({ page, activity }: { readonly page: Page; readonly activity: AskView }) {
  const { say } = page.words;
  return <OwnIdeas page={page} activity={activity} label={say('answerLabel')} mineTitle={say('myAnswers')} />;
}
