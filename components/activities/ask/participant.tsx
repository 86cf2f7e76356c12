/** @jsxImportSource preact */
// Answering an open question on the phone.

import type { AskView } from '../../../server/engine/views';
import { IdeaDesk } from '../../live/phone/idea-desk';
import type { Page } from '../../live/phone/page';

export function AskParticipant({ page, activity }: { readonly page: Page; readonly activity: AskView }) {
  const { say } = page.words;
  return <IdeaDesk page={page} activity={activity} label={say('answerLabel')} mineTitle={say('myAnswers')} />;
}
