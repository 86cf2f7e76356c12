'use client';
// The agenda with the state of each activity; choosing one shows it to the whole room.
import { useTranslations } from 'next-intl';
import type { FacilitatorView } from '../../server/engine/views';
import { useLocalText } from '../ui/words';
import { useCommander } from './commander';

export function AgendaList({ view }: { readonly view: FacilitatorView }) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const { run, busy } = useCommander();
  const movable = view.session.phase === 'live';
  return (
    <>
      <h2>{t('agenda.title')}</h2>
      <ol>
        {view.agenda.map((item) => {
          const current = item.id === view.activity?.id;
          const status = item.revealed && item.status === 'closed' ? 'revealed' : item.status;
          return (
            <li key={item.id}>
              <button
                type="button"
                aria-current={current ? 'step' : undefined}
                disabled={!movable}
                aria-busy={busy || undefined}
                onClick={() => {
                  if (!current && !busy) void run([{ type: 'agenda.goto', activityId: item.id }]);
                }}
              >
                <span>{local(item.title)}</span>
                <small data-status={status}>
                  {t(`status.${status}`)} · {t('agenda.minutes', { minutes: item.minutes })}
                </small>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
