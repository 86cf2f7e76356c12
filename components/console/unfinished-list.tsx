'use client';
// What is unfinished, by name: said before the session is ended.
import { useTranslations } from 'next-intl';
import type { FacilitatorView } from '../../server/engine/views';
import { useLocalText } from '../ui/words';
import { unfinished } from './unfinished';
import styles from './unfinished-list.module.css';

const GROUPS = ['open', 'unshown', 'unopened'] as const;

export function UnfinishedList({ view }: { readonly view: FacilitatorView }) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const left = unfinished(view);
  const staysOut = left.unshown.length > 0 || left.open.some(({ secret }) => secret);
  return (
    <>
      {GROUPS.filter((group) => left[group].length > 0).map((group) => (
        <section key={group} className={styles.unfinished}>
          <h3>{t(`end.unfinished.${group}`)}</h3>
          <ul>
            {left[group].map(({ id, kind, title, turnout }) => (
              <li key={id}>
                {local(title)}
                {group !== 'unopened' && turnout !== undefined && (
                  <small>{t(`turnout.${kind}`, { voted: turnout.voted, joined: turnout.joined })}</small>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {staysOut && <p>{t('end.unfinished.papers')}</p>}
    </>
  );
}
