'use client';
// Taking an option out of the vote touches everybody's ballot: asked once, with what it means.
import { useTranslations } from 'next-intl';
import type { OptionView } from '../../../../server/engine/activities/vote/types';
import type { ActivityId } from '../../../../server/engine/vocabulary';
import { useCommander } from '../../../desk/commander';
import { ConfirmDialog } from '../../../desk/confirm-dialog';
import { OwnWords } from '../../../ui/own-words';
import styles from './settings.module.css';

export function StrikeDialog({
  activityId,
  option,
  onClose,
}: {
  readonly activityId: ActivityId;
  readonly option: OptionView;
  readonly onClose: () => void;
}) {
  const t = useTranslations('Console');
  const { run } = useCommander();
  async function strike() {
    const done = t('vote.strike.done');
    if (await run([{ type: 'option.strike', activityId, option: option.id }], done)) onClose();
  }
  return (
    <ConfirmDialog
      title={t('vote.strike.title')}
      confirm={t('vote.strike.confirm')}
      onConfirm={strike}
      onClose={onClose}
    >
      <p className={styles.taken}>
        <OwnWords words={option.heading} />
      </p>
      <p>{t('vote.strike.text')}</p>
    </ConfirmDialog>
  );
}
