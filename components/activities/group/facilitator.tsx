'use client';
// All ideas on one desk, to be merged into priorities.
import type { FacilitatorView } from '../../../server/engine/views';
import { GroupingDesk } from '../../moderation/grouping-desk';
import { votedHorizons } from '../../moderation/ideas-by-theme';
import type { FacilitatorFace } from '../face';

export const groupFacilitator: FacilitatorFace<'group'> = {
  Desk: GroupFacilitator,
  help: { whileOpen: 'closeGroup' },
};

function GroupFacilitator({ view }: { readonly view: FacilitatorView }) {
  return <GroupingDesk view={view} horizonIds={view.horizons.map(({ id }) => id)} voted={votedHorizons(view)} />;
}
