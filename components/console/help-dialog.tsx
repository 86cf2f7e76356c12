'use client';
// The console's keys.
import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './console.module.css';

const KEYS = [
  ['Ctrl + Enter', 'next'],
  ['Ctrl + Z, Ctrl + Shift + Z', 'undo'],
  ['Alt + 1 / 2 / 3', 'tabs'],
  ['Alt + H', 'help'],
  ['F', 'full'],
  ['T', 'theme'],
  ['← → Space', 'pages'],
] as const;

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('Console');
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <dl className={styles.keys}>
        {KEYS.map(([key, name]) => (
          <div key={name}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`help.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.answers}>
        <Button weight="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  );
}
