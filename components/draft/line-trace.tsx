'use client';
// From a line back to where it came from: people's own words, and the votes by group while they are revealed.
import { useTranslations } from 'next-intl';
import type { FacilitatorView, LineView } from '../../server/engine/views';
import { Marker } from '../charts/marker';
import { seriesOf } from '../charts/series';
import { OwnWords } from '../ui/own-words';
import { useLocalText } from '../ui/words';
import styles from './facilitator.module.css';

export function LineTrace({ view, line }: { readonly view: FacilitatorView; readonly line: LineView }) {
  const t = useTranslations('Console');
  const support = useTranslations('Support');
  const local = useLocalText();
  const { ideas, supporters, votes } = line.trace;
  return (
    <details className={styles.trace}>
      <summary>{t('draft.trace', { count: ideas.length })}</summary>
      <p>{t('draft.ownWords')}</p>
      <ul>
        {ideas.map((idea, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the very same words
          <li key={place}>
            <q>
              <OwnWords words={idea} />
            </q>
          </li>
        ))}
      </ul>
      {supporters !== undefined && <p>{support('count', { count: supporters })}</p>}
      {votes !== undefined && (
        <>
          <p>{t('draft.votes', { dots: votes.dots, supporters: votes.supporters, ballots: votes.ballots })}</p>
          <ul className={styles.split}>
            {view.groups.map((group) => (
              <li key={group.id}>
                <Marker series={seriesOf(view.groups, group.id)} /> {local(group.name)}{' '}
                <b>{votes.dotsByGroup[group.id] ?? t('draft.suppressed')}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
