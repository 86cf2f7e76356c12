'use client';
// Reopening what has been shown hides it again, and few new answers will not be shown at all: said before, not after.
import { useTranslations } from 'next-intl';
import type { ActivityId } from '../../server/engine/vocabulary';
import { useCommander } from '../desk/commander';
import { Dialog } from '../desk/dialog';
import { useSeen } from '../desk/kept';
import { Button } from '../ui/button';
import styles from './console.module.css';

export function ReopenDialog({
  activityId,
  onClose,
}: {
  readonly activityId: ActivityId;
  readonly onClose: () => void;
}) {
  const t = useTranslations('Console');
  const { busy } = useCommander();
  const seen = useSeen(activityId);
  async function reopen() {
    if (await seen.press([{ type: 'activity.open', activityId }])) onClose();
  }
  return (
    <Dialog title={t('reopening.title')} onClose={onClose}>
      <p>{t('reopening.text')}</p>
      <div className={styles.answers}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button weight="primary" busy={busy} onClick={() => void reopen()}>
          {t('reopening.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}
