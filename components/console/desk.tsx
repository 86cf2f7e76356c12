'use client';
// The facilitator's desk: agenda at the side, the current activity in the middle, one button for what comes next.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FacilitatorView } from '../../server/engine/views';
import { ActivityFacilitator } from '../activities/facilitators';
import { EarlierFacilitator } from '../draft/earlier/facilitator';
import { DraftFacilitator } from '../draft/facilitator';
import { useRoom } from '../live/provider';
import { useAway } from '../live/use-away';
import { AgendaList } from './agenda-list';
import { useCommander } from './commander';
import styles from './console.module.css';
import { Controls } from './controls';
import { DeskHeader } from './desk-header';
import { EndDialog } from './end-dialog';
import { Exports } from './exports';
import { HelpDialog } from './help-dialog';
import { useShortcuts } from './shortcuts';
import { useUndo } from './undo';

const TABS = ['activity', 'draft', 'exports', 'earlier'] as const;
export type Tab = (typeof TABS)[number];

export function Desk({ view, code }: { readonly view: FacilitatorView; readonly code: string }) {
  const t = useTranslations('Console');
  const { status } = useRoom<'facilitator'>();
  const { notice, say } = useCommander();
  const [tab, setTab] = useState<Tab>(view.session.phase === 'ended' ? 'draft' : 'activity');
  const [dialog, setDialog] = useState<'end' | 'help'>();
  const tabs = TABS.filter((name) => name !== 'earlier' || view.earlier !== undefined);
  const undo = useUndo(view);
  const away = useAway(status, 1_500);

  useShortcuts({
    next: () => document.getElementById('next-step')?.click(),
    undo: () => void undo?.(),
    help: () => setDialog('help'),
    tab: (index) => setTab(tabs[index] ?? 'activity'),
  });

  return (
    <div className={styles.desk}>
      <DeskHeader view={view} code={code} undo={undo} onHelp={() => setDialog('help')} />
      {view.session.rehearsal && <aside className={styles.rehearsal}>{t('rehearsal')}</aside>}
      <p className={styles.away} role="alert">
        {away ? t('away') : ''}
      </p>
      <nav className={styles.agenda} aria-label={t('agenda.title')}>
        <AgendaList view={view} />
        {view.session.phase === 'live' && (
          <button type="button" className={styles.end} onClick={() => setDialog('end')}>
            {t('end.button')}
          </button>
        )}
      </nav>
      <main className={styles.middle}>
        <Controls view={view} onEnd={() => setDialog('end')} onGoals={() => setTab('activity')} />
        <div className={styles.tabs} role="tablist" aria-label={t('tabs.title')}>
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={tab === name}
              aria-controls="panel"
              onClick={() => setTab(name)}
            >
              {t(`tabs.${name}`)}
            </button>
          ))}
        </div>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
          {tab === 'activity' && <ActivityFacilitator view={view} />}
          {tab === 'draft' && <DraftFacilitator view={view} />}
          {tab === 'earlier' && view.earlier !== undefined && <EarlierFacilitator view={view} earlier={view.earlier} />}
          {tab === 'exports' && <Exports view={view} code={code} />}
        </div>
      </main>
      <div className={styles.notices}>
        <p role="status">{notice?.kind === 'done' ? notice.text : ''}</p>
        <p role="alert">{notice?.kind === 'refused' ? notice.text : ''}</p>
        {notice !== undefined && (
          <button type="button" aria-label={t('dismiss')} onClick={() => say(undefined)}>
            ×
          </button>
        )}
      </div>
      {dialog === 'end' && <EndDialog onClose={() => setDialog(undefined)} onEnded={() => setTab('exports')} />}
      {dialog === 'help' && <HelpDialog onClose={() => setDialog(undefined)} />}
    </div>
  );
}
