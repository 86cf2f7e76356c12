'use client';
// Ending cannot be taken back, so it is asked once more, with what it means and what is unfinished.
import { useTranslations } from 'next-intl';
import type { FacilitatorView } from '../../server/engine/views';
import { useCommander } from '../desk/commander';
import { Dialog } from '../desk/dialog';
import { Button } from '../ui/button';
import styles from './console.module.css';
import { UnfinishedList } from './unfinished-list';

export function EndDialog({
  view,
  onClose,
  onEnded,
}: {
  readonly view: FacilitatorView;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  async function end() {
    const ended = await run([{ type: 'session.end' }], t('end.done'));
    onClose();
    if (ended) onEnded();
  }
  return (
    <Dialog title={t('end.title')} onClose={onClose}>
      <p>{t('end.text')}</p>
      <UnfinishedList view={view} />
      <div className={styles.answers}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button weight="danger" busy={busy} onClick={() => void end()}>
          {t('end.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}
