'use client';
// The end: the whole draft vision, what the room did to reach it, and thanks.
import { useTranslations } from 'next-intl';
import type { ScreenView } from '../../server/engine/views';
import { DraftScreen } from '../draft/screen';
import { useLocalText } from '../ui/words';
import styles from './closing.module.css';
import { LineNotice } from './line-notice';
import { Ornament } from './ornament';
import { Seal } from './seal';

export function Closing({ view }: { readonly view: ScreenView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const lines = Object.values(view.draft.lines);
  const figures = {
    people: view.joined ?? 0,
    goals: lines.filter((line) => line.kind === 'goal').length,
    actions: lines.filter((line) => line.kind === 'action').length,
  };
  return (
    <div className={styles.closing}>
      <header>
        <p>{t('closing.draft')}</p>
        <h1>{local(view.session.title)}</h1>
      </header>
      <main>
        <DraftScreen view={view} />
      </main>
      <footer>
        <p className={styles.figures}>
          {t.rich('closing.figures', { ...figures, b: (chunks) => <strong>{chunks}</strong> })}
        </p>
        <p className={styles.thanks}>{t('closing.thanks')}</p>
        <Seal code={view.session.code} />
        <LineNotice />
      </footer>
      <Ornament className={styles.ornament} />
    </div>
  );
}
