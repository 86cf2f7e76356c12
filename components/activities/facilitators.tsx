'use client';
// What the facilitator can do in each kind of activity. Adding a kind: one more case.
import { useTranslations } from 'next-intl';
import type { ActivityView, FacilitatorView } from '../../server/engine/views';
import { AskFacilitator } from './ask/facilitator';
import { CollectFacilitator } from './collect/facilitator';
import { EndorseFacilitator } from './endorse/facilitator';
import { GroupFacilitator } from './group/facilitator';
import { PlanFacilitator } from './plan/facilitator';
import { VoteFacilitator } from './vote/facilitator';

export function ActivityFacilitator({
  view,
  activity,
}: {
  readonly view: FacilitatorView;
  /** The step that is looked at, which need not be the one the room is at. */
  readonly activity: ActivityView | undefined;
}) {
  const t = useTranslations('Console');
  if (activity === undefined) return <p>{t('nothingYet')}</p>;
  switch (activity.kind) {
    case 'ask':
      return <AskFacilitator view={view} activity={activity} />;
    case 'collect':
      return <CollectFacilitator key={activity.id} view={view} activity={activity} />;
    case 'group':
      return <GroupFacilitator view={view} />;
    case 'vote':
      return <VoteFacilitator key={activity.id} view={view} activity={activity} />;
    case 'plan':
      return <PlanFacilitator view={view} activity={activity} />;
    case 'endorse':
      return <EndorseFacilitator key={activity.id} view={view} activity={activity} />;
  }
}
