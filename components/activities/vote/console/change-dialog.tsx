'use client';
// Changing how votes count after people have begun to vote is allowed, but never in silence.
import { useTranslations } from 'next-intl';
import { Dialog } from '../../../desk/dialog';
import { Button } from '../../../ui/button';
import styles from './settings.module.css';

export function ChangeDialog({
  busy,
  onClose,
  onConfirm,
}: {
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const t = useTranslations('Console');
  return (
    <Dialog title={t('vote.settings.changeTitle')} onClose={onClose}>
      <p>{t('vote.settings.changeText')}</p>
      <div className={styles.answers}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button weight="danger" busy={busy} onClick={onConfirm}>
          {t('vote.settings.changeConfirm')}
        </Button>
      </div>
    </Dialog>
  );
}
