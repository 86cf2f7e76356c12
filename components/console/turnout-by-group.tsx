'use client';
// "18 of 24 have voted", in all and by stakeholder group: whom to wait for or to ask.
import { useTranslations } from 'next-intl';
import type { FacilitatorView, Turnout } from '../../server/engine/views';
import { Marker } from '../charts/marker';
import { seriesOf } from '../charts/series';
import { useLocalText } from '../ui/words';
import styles from './turnout-by-group.module.css';

/** Who has come in, before anything is asked. */
export function PeopleByGroup({ view }: { readonly view: FacilitatorView }) {
  const t = useTranslations('Console');
  const local = useLocalText();
  return (
    <div className={styles.turnout}>
      <p>
        <strong>{t('here', { joined: view.joined ?? 0 })}</strong>
      </p>
      <ul>
        {view.groups.map((group) => (
          <li key={group.id}>
            <Marker series={seriesOf(view.groups, group.id)} />
            <span>{local(group.name)}</span>
            <b>{view.joinedByGroup[group.id] ?? 0}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function TurnoutByGroup({ view, turnout }: { readonly view: FacilitatorView; readonly turnout: Turnout }) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const kind = view.activity?.kind ?? 'vote';
  return (
    <div className={styles.turnout}>
      <p>
        <strong>{t(`turnout.${kind}`, { voted: turnout.voted, joined: turnout.joined })}</strong>
      </p>
      <ul>
        {view.groups.map((group) => (
          <li key={group.id}>
            <Marker series={seriesOf(view.groups, group.id)} />
            <span>{local(group.name)}</span>
            <b>
              {turnout.votedByGroup?.[group.id] ?? 0}/{turnout.joinedByGroup[group.id] ?? 0}
            </b>
          </li>
        ))}
      </ul>
    </div>
  );
}
