'use client';
// Logs that gave way to another: what was set aside, when, by whom and for what, each to be kept and checked.
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { inFours } from '../../server/protocol/in-fours';
import type { OrganiserSession, SetAside } from '../../server/protocol/organiser';
import { useDates } from '../ui/dates';
import { listSetAside } from './api';
import styles from './organiser.module.css';

export function SetAsideList({ sessions }: { readonly sessions: readonly OrganiserSession[] }) {
  const t = useTranslations('Import');
  const { moment } = useDates();
  const [setAside, setSetAside] = useState<readonly SetAside[]>([]);
  // What comes in may have taken the place of something.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the sessions are
  useEffect(() => void listSetAside().then(setSetAside), [sessions]);
  if (setAside.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('asideTitle')}</h2>
      <p>{t('asideHint')}</p>
      <ul className={styles.aside}>
        {setAside.map(({ id, code, facts, closingHash, signedBy, replacedBy, setAsideAt }) => (
          <li key={id}>
            <p>
              <strong>{code}</strong> · {t('asideWhen', { time: moment(setAsideAt) })}
            </p>
            <dl>
              <dt>{t('records')}</dt>
              <dd>{facts}</dd>
              <dt>{t('hash')}</dt>
              <dd className={styles.hash}>{inFours(closingHash)}</dd>
              <dt>{t('key')}</dt>
              <dd className={styles.hash}>
                {signedBy.length === 0 ? t('unsigned') : signedBy.map(inFours).join('; ')}
              </dd>
              <dt>{t('asideFor')}</dt>
              <dd className={styles.hash}>{inFours(replacedBy)}</dd>
            </dl>
            <a href={`/api/organiser/set-aside/${id}.eles`} download aria-label={t('asideArchiveOf', { code })}>
              {t('asideArchive')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
