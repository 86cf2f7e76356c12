'use client';
// What the facilitator can do in the step that is looked at, which need not be the one the room is at.
import { useTranslations } from 'next-intl';
import type { ActivityView, FacilitatorView } from '../../server/engine/views';
import { facilitatorFace } from '../activities/facilitators';

export function ActivityDesk({
  view,
  activity,
}: {
  readonly view: FacilitatorView;
  readonly activity: ActivityView | undefined;
}) {
  const t = useTranslations('Console');
  if (activity === undefined) return <p>{t('nothingYet')}</p>;
  const { Desk } = facilitatorFace(activity.kind);
  return <Desk key={activity.id} view={view} activity={activity} />;
}
