'use client';
import type { AskView } from '../../../server/engine/activities/ask/types';
// The answers as they come, for the facilitator alone until they are revealed.
import type { FacilitatorView } from '../../../server/engine/views';
import { AnswerList } from '../../moderation/answer-list';
import type { FacilitatorFace } from '../face';

export const askFacilitator: FacilitatorFace<'ask'> = {
  Desk: AskFacilitator,
  help: { whileOpen: 'closeIdeas' },
};

function AskFacilitator({ view, activity }: { readonly view: FacilitatorView; readonly activity: AskView }) {
  return <AnswerList view={view} activityId={activity.id} />;
}
