'use client';
// Lines that were taken out of the draft, each to be put back.
import { useTranslations } from 'next-intl';
import type { DraftView } from '../../../server/engine/views';
import { useCommander } from '../../desk/commander';
import { Button } from '../../ui/button';
import { OwnWords } from '../../ui/own-words';
import styles from './writing.module.css';

export function DroppedLines({ lines }: { readonly lines: NonNullable<DraftView['dropped']> }) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  return (
    <details className={styles.dropped}>
      <summary>{t('draft.droppedLines', { count: lines.length })}</summary>
      <ul>
        {lines.map(({ id, text }) => (
          <li key={id}>
            <OwnWords words={text} />
            <Button
              weight="quiet"
              busy={busy}
              aria-label={t('draft.putBackOne', { text: text.text })}
              onClick={() => void run([{ type: 'line.drop', lineId: id, dropped: false }], t('draft.isBack'))}
            >
              {t('draft.putBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
