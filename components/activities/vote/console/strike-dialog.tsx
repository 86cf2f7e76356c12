'use client';
// Taking an option out of the vote touches everybody's ballot: asked once, with what it means.
import { useTranslations } from 'next-intl';
import type { OptionView } from '../../../../server/engine/views';
import type { ActivityId } from '../../../../server/engine/vocabulary';
import { useCommander } from '../../../desk/commander';
import { Dialog } from '../../../desk/dialog';
import { Button } from '../../../ui/button';
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
  const { run, busy } = useCommander();
  async function strike() {
    const done = t('vote.strike.done');
    if (await run([{ type: 'option.strike', activityId, option: option.id }], done)) onClose();
  }
  return (
    <Dialog title={t('vote.strike.title')} onClose={onClose}>
      <p className={styles.taken}>
        <OwnWords words={option.heading} />
      </p>
      <p>{t('vote.strike.text')}</p>
      <div className={styles.answers}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button weight="danger" busy={busy} onClick={() => void strike()}>
          {t('vote.strike.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}
