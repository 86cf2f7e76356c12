'use client';
// Nothing leads back to the lobby, so beginning is asked once more, with how many are in.
import { useTranslations } from 'next-intl';
import { useCommander } from '../desk/commander';
import { Dialog } from '../desk/dialog';
import { Button } from '../ui/button';
import styles from './console.module.css';

export function BeginDialog({ joined, onClose }: { readonly joined: number; readonly onClose: () => void }) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  async function begin() {
    if (await run([{ type: 'session.start' }])) onClose();
  }
  return (
    <Dialog title={t('begin.title')} onClose={onClose}>
      <p>{t('begin.text', { count: joined })}</p>
      <div className={styles.answers}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button weight="primary" busy={busy} onClick={() => void begin()}>
          {t('begin.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}
