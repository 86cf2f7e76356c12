'use client';
import type { CollectView } from '../../../server/engine/activities/collect/types';
// The ideas of this activity as they come, ready to be hidden, moved or already merged.
import type { FacilitatorView } from '../../../server/engine/views';
import { GroupingDesk } from '../../moderation/grouping-desk';
import type { FacilitatorFace } from '../face';

export const collectFacilitator: FacilitatorFace<'collect'> = {
  Desk: CollectFacilitator,
  help: { whileOpen: 'closeIdeas' },
};

function CollectFacilitator({ view, activity }: { readonly view: FacilitatorView; readonly activity: CollectView }) {
  return <GroupingDesk view={view} horizonIds={activity.horizonIds} />;
}
