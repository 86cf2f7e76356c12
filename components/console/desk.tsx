'use client';
// The facilitator's desk: agenda at the side, the current activity in the middle, one button for what comes next.
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { FacilitatorView } from '../../server/engine/views';
import type { ActivityId } from '../../server/engine/vocabulary';
import { useCommander } from '../desk/commander';
import { JudgedChoice } from '../desk/judged-choice';
import { useKept } from '../desk/kept';
import { EarlierFacilitator } from '../draft/earlier/facilitator';
import { DraftFacilitator } from '../draft/facilitator';
import { useRoom } from '../live/provider';
import { useAway } from '../live/use-away';
import { ActivityDesk } from './activity-desk';
import { ActsDialog } from './acts-dialog';
import agenda from './agenda.module.css';
import { AgendaList } from './agenda-list';
import { BeginDialog } from './begin-dialog';
import { ClockNotice } from './clock-notice';
import { Controls } from './controls';
import styles from './desk.module.css';
import { DeskHeader } from './desk-header';
import { EndDialog } from './end-dialog';
import { Exports } from './exports';
import { HelpDialog } from './help-dialog';
import { Looking } from './looking';
import { useShortcuts } from './shortcuts';
import { useUndo } from './undo';

const TABS = ['activity', 'draft', 'exports', 'earlier'] as const;
export type Tab = (typeof TABS)[number];

export function Desk({ view, code }: { readonly view: FacilitatorView; readonly code: string }) {
  const t = useTranslations('Console');
  const { status } = useRoom<'facilitator'>();
  const { notice, say, held } = useCommander();
  const [keptTab, setTab] = useKept<Tab>('tab', view.session.phase === 'ended' ? 'draft' : 'activity');
  const [dialog, setDialog] = useState<'begin' | 'end' | 'help' | 'acts'>();
  const tabs = TABS.filter((name) => name !== 'earlier' || view.earlier !== undefined);
  const tab = tabs.includes(keptTab) ? keptTab : 'activity';
  const undo = useUndo(view);
  const [looking, setLooking] = useKept<ActivityId | undefined>('looking', undefined);
  // With a dialog open the desk stays where it is, wherever another desk takes the room.
  const stood = useRef(view.activity?.id);
  if (!held) stood.current = view.activity?.id;
  const lookedId = looking ?? stood.current;
  const looked = view.activity?.id === lookedId ? view.activity : view.steps[lookedId ?? ''];
  const isElsewhere = looked !== undefined && looked.id !== view.activity?.id;
  // What was refused is no longer in front of a person who turns to something else.
  const turnTo = (next: Tab) => {
    say(undefined);
    setTab(next);
  };
  const lookAt = (id: ActivityId | undefined) => {
    setLooking(id === view.activity?.id ? undefined : id);
    turnTo('activity');
  };
  const away = useAway(status, 1_500);

  useShortcuts({
    next: () => document.getElementById('next-step')?.click(),
    undo: () => void undo.undo?.press(),
    redo: () => void undo.redo?.press(),
    help: () => setDialog('help'),
    tab: (index) => turnTo(tabs[index] ?? 'activity'),
  });

  return (
    <JudgedChoice>
      <div className={styles.desk}>
        <DeskHeader
          view={view}
          code={code}
          undo={undo}
          onActs={() => setDialog('acts')}
          onHelp={() => setDialog('help')}
        />
        {view.session.rehearsal && <aside className={styles.rehearsal}>{t('rehearsal')}</aside>}
        <ClockNotice view={view} />
        <p className={styles.away} role="alert">
          {away ? t('away') : ''}
        </p>
        <nav className={agenda.agenda} aria-label={t('agenda.title')}>
          <AgendaList view={view} looked={lookedId} onLook={lookAt} />
          {view.session.phase === 'live' && (
            <button type="button" className={agenda.end} onClick={() => setDialog('end')}>
              {t('end.button')}
            </button>
          )}
        </nav>
        <main className={styles.middle}>
          <Controls
            view={view}
            onBegin={() => setDialog('begin')}
            onEnd={() => setDialog('end')}
            onGoals={() => lookAt(undefined)}
          />
          <div className={styles.tabs} role="tablist" aria-label={t('tabs.title')}>
            {tabs.map((name) => (
              <button
                key={name}
                type="button"
                role="tab"
                id={`tab-${name}`}
                aria-selected={tab === name}
                aria-controls="panel"
                onClick={() => turnTo(name)}
              >
                {t(`tabs.${name}`)}
              </button>
            ))}
          </div>
          <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
            {tab === 'activity' && isElsewhere && (
              <Looking view={view} looked={looked} onBack={() => lookAt(undefined)} />
            )}
            {tab === 'activity' && <ActivityDesk view={view} activity={looked} />}
            {tab === 'draft' && <DraftFacilitator view={view} />}
            {tab === 'earlier' && view.earlier !== undefined && (
              <EarlierFacilitator view={view} earlier={view.earlier} />
            )}
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
        {dialog === 'end' && (
          <EndDialog view={view} onClose={() => setDialog(undefined)} onEnded={() => setTab('exports')} />
        )}
        {dialog === 'begin' && <BeginDialog joined={view.joined} onClose={() => setDialog(undefined)} />}
        {dialog === 'acts' && (
          <ActsDialog acts={undo.all} timeZone={view.session.timeZone} onClose={() => setDialog(undefined)} />
        )}
        {dialog === 'help' && <HelpDialog view={view} onClose={() => setDialog(undefined)} />}
      </div>
    </JudgedChoice>
  );
}
