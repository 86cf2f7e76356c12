'use client';
// Every pair of the first options: by how many people one is put before the other. A real table, read row by row.
import { useTranslations } from 'next-intl';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import { OwnWords } from '../../../ui/own-words';
import { rankedOptions } from '../ranked';
import styles from './pairs.module.css';

/** As many as keep figures readable from the last row of chairs. */
const MOST_ROWS = 8;

export function Pairs({ activity }: { readonly activity: VoteView }) {
  const t = useTranslations('Vote');
  const { ranking } = activity;
  if (ranking === undefined) return null;
  const first = rankedOptions(activity).slice(0, MOST_ROWS);
  const place = (id: string) => ranking.options.indexOf(id);
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('pairs')}</caption>
        <thead>
          <tr>
            <th scope="col" aria-label={t('place')} />
            {first.map(({ id }, index) => (
              <th key={id} scope="col">
                {index + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first.map(({ id, heading }, index) => (
            <tr key={id}>
              <th scope="row">
                <span>
                  <b>{index + 1}</b>
                  <span className={styles.heading} data-clamped>
                    <OwnWords words={heading} />
                  </span>
                </span>
              </th>
              {first.map((other) => {
                const margin = ranking.margins?.[place(id)]?.[place(other.id)] ?? 0;
                if (other.id === id) return <td key={other.id} className={styles.self} aria-label="—" />;
                return (
                  <td key={other.id} data-wins={margin > 0 || undefined} data-loses={margin < 0 || undefined}>
                    {margin > 0 ? `+${margin}` : margin < 0 ? `−${-margin}` : '='}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {ranking.condorcetWinner === undefined && <p className={styles.note}>{t('noCondorcet')}</p>}
    </div>
  );
}
