'use client';
// The ideas of this activity as they come, ready to be hidden, moved or already merged.
import type { CollectView, FacilitatorView } from '../../../server/engine/views';
import { IdeaDesk } from '../../moderation/idea-desk';

export function CollectFacilitator({
  view,
  activity,
}: {
  readonly view: FacilitatorView;
  readonly activity: CollectView;
}) {
  return <IdeaDesk view={view} horizonIds={activity.horizonIds} />;
}
