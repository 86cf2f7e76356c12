'use client';
// Reopening what has been shown hides it again, and few new answers will not be shown at all: said before, not after.
import { useTranslations } from 'next-intl';
import type { ActivityId } from '../../server/engine/vocabulary';
import { ConfirmDialog } from '../desk/confirm-dialog';
import { useSeen } from '../desk/kept';

export function ReopenDialog({
  activityId,
  onClose,
}: {
  readonly activityId: ActivityId;
  readonly onClose: () => void;
}) {
  const t = useTranslations('Console');
  const seen = useSeen(activityId);
  const reopen = async () => {
    if (await seen.press([{ type: 'activity.open', activityId }])) onClose();
  };
  return (
    <ConfirmDialog
      title={t('reopening.title')}
      confirm={t('reopening.confirm')}
      weight="primary"
      onConfirm={reopen}
      onClose={onClose}
    >
      <p>{t('reopening.text')}</p>
    </ConfirmDialog>
  );
}
