'use client';
// The console's head: which session, who is here, the wall, undo, help, language.
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import type { FacilitatorView } from '../../server/engine/views';
import { useCommander } from '../desk/commander';
import { useRoom } from '../live/provider';
import { useSessionInfo } from '../live/session-info';
import { Button } from '../ui/button';
import button from '../ui/button.module.css';
import { LanguageSwitch } from '../ui/language-switch';
import { useLocalText } from '../ui/words';
import styles from './desk-header.module.css';
import type { Undo } from './undo';

export function DeskHeader({
  view,
  code,
  undo: { undo, redo },
  onActs,
  onHelp,
}: {
  readonly view: FacilitatorView;
  readonly code: string;
  readonly undo: Undo;
  readonly onActs: () => void;
  readonly onHelp: () => void;
}) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const { presence } = useRoom<'facilitator'>();
  const { busy } = useCommander();
  const info = useSessionInfo(code);
  // On a narrow screen what is rarely needed lies behind one button, so that the head leaves room for the step.
  const [open, setOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const menu = useId();
  useEffect(() => {
    if (!open) return;
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      more.current?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open]);
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <h1>{local(view.session.title)}</h1>
        <p>
          {t.rich('head.code', { code, b: (chunks) => <strong>{chunks}</strong> })}
          {' · '}
          {t('head.people', { joined: view.joined, connected: presence?.connected ?? 0 })}
        </p>
      </div>
      <div className={styles.tools}>
        <div className={styles.undo}>
          <Button
            weight="quiet"
            busy={busy}
            disabled={undo === undefined}
            title={undo?.name}
            onClick={() => void undo?.press()}
            aria-keyshortcuts="Control+Z"
          >
            <span>{undo === undefined ? t('undo.button') : t('undo.named', { act: undo.name })}</span>
          </Button>
          {redo !== undefined && (
            <Button
              weight="quiet"
              busy={busy}
              title={redo.name}
              onClick={() => void redo.press()}
              aria-keyshortcuts="Control+Shift+Z"
            >
              <span>{t('undo.redo', { act: redo.name })}</span>
            </Button>
          )}
        </div>
        <Button
          ref={more}
          className={styles.more}
          aria-expanded={open}
          aria-controls={menu}
          onClick={() => setOpen(!open)}
        >
          {t('head.more')}
        </Button>
        <div id={menu} className={styles.menu} data-open={open || undefined}>
          <Button weight="quiet" onClick={onActs}>
            {t('undo.list')}
          </Button>
          <a className={button.button} href={info?.screenUrl ?? `/screen/${code}`} target="_blank" rel="noreferrer">
            {t('head.wall')}
          </a>
          <Button weight="quiet" onClick={onHelp}>
            {t('help.button')}
          </Button>
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}
