'use client';
// Ending cannot be taken back, so it is asked once more, with what it means and what is unfinished.
import { useTranslations } from 'next-intl';
import type { FacilitatorView } from '../../server/engine/views';
import { useCommander } from '../desk/commander';
import { ConfirmDialog } from '../desk/confirm-dialog';
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
  const { run } = useCommander();
  const end = async () => {
    const ended = await run([{ type: 'session.end' }], t('end.done'));
    onClose();
    if (ended) onEnded();
  };
  return (
    <ConfirmDialog title={t('end.title')} confirm={t('end.confirm')} onConfirm={end} onClose={onClose}>
      <p>{t('end.text')}</p>
      <UnfinishedList view={view} />
    </ConfirmDialog>
  );
}
