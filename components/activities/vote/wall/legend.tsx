'use client';
// Results need their colours explained more than they need the head count.
import { useTranslations } from 'next-intl';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { ScreenView } from '../../../../server/engine/views';
import { GroupLegend } from '../../../charts/group-legend';
import { hiddenGroups } from '../ranked';

/** Rankings and scores are drawn without the groups' colours. */
export function isSplitByGroup({ revealed, results, approvals, agreement }: VoteView): boolean {
  return revealed && [results, approvals, agreement].some((published) => published !== undefined);
}

export function VoteLegend({ view, activity }: { readonly view: ScreenView; readonly activity: VoteView }) {
  const t = useTranslations('Screen');
  const hidden = hiddenGroups(activity, view.groups);
  return <GroupLegend groups={view.groups} hidden={hidden.length === 0 ? undefined : t('vote.suppressed')} />;
}
