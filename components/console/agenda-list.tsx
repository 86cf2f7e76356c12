'use client';
// The agenda with the state of each step. Choosing one only looks at it; moving the room there is another button.
import { useTranslations } from 'next-intl';
import type { FacilitatorView } from '../../server/engine/views';
import type { ActivityId } from '../../server/engine/vocabulary';
import { useLocalText } from '../ui/words';

export function AgendaList({
  view,
  looked,
  onLook,
}: {
  readonly view: FacilitatorView;
  readonly looked: ActivityId | undefined;
  readonly onLook: (id: ActivityId) => void;
}) {
  const t = useTranslations('Console');
  const local = useLocalText();
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
                aria-pressed={item.id === looked}
                onClick={() => onLook(item.id)}
              >
                <span>{local(item.title)}</span>
                <small data-status={status}>
                  {t(`status.${status}`)} · {t('agenda.minutes', { minutes: item.minutes })}
                </small>
                {current && view.session.phase === 'live' && <small>{t('look.room')}</small>}
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
