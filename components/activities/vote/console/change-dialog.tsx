'use client';
// Changing how votes count after people have begun to vote is allowed, but never in silence.
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '../../../desk/confirm-dialog';

export function ChangeDialog({
  onClose,
  onConfirm,
}: {
  readonly onClose: () => void;
  readonly onConfirm: () => Promise<unknown>;
}) {
  const t = useTranslations('Console');
  return (
    <ConfirmDialog
      title={t('vote.settings.changeTitle')}
      confirm={t('vote.settings.changeConfirm')}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t('vote.settings.changeText')}</p>
    </ConfirmDialog>
  );
}
