'use client';
// Nothing leads back to the lobby, so beginning is asked once more, with how many are in.
import { useTranslations } from 'next-intl';
import { useCommander } from '../desk/commander';
import { ConfirmDialog } from '../desk/confirm-dialog';

export function BeginDialog({ joined, onClose }: { readonly joined: number; readonly onClose: () => void }) {
  const t = useTranslations('Console');
  const { run } = useCommander();
  const begin = async () => {
    if (await run([{ type: 'session.start' }])) onClose();
  };
  return (
    <ConfirmDialog
      title={t('begin.title')}
      confirm={t('begin.confirm')}
      weight="primary"
      onConfirm={begin}
      onClose={onClose}
    >
      <p>{t('begin.text', { count: joined })}</p>
    </ConfirmDialog>
  );
}
