'use client';
// The verdict on an archive: its sign, how far it can be believed, what it does not prove, and the hash to compare.
import { useTranslations } from 'next-intl';
import { inFours } from '../../server/protocol/in-fours';
import { fitsWhatWasGiven } from '../../server/verify/beliefs';
import type { BadVerdict, GoodVerdict, Verdict } from '../../server/verify/check-archive';
import { Beliefs } from './beliefs';
import styles from './verify.module.css';

export function VerdictCard({ verdict }: { readonly verdict: Verdict }) {
  return verdict.ok ? <Good verdict={verdict} /> : <Bad verdict={verdict} />;
}

function Bad({ verdict: { verdict, code, badRecord } }: { readonly verdict: BadVerdict }) {
  const t = useTranslations('VerifyPage');
  const words = useTranslations('Verify');
  const isUnread = verdict === 'unread';
  return (
    <section className={styles.verdict} data-trust={isUnread ? 'open' : 'none'}>
      <h2>{isUnread ? t('unread') : `✗ ${t('broken')}`}</h2>
      <p>{isUnread ? words(code) : words('bad', { record: badRecord, why: words(code) })}</p>
    </section>
  );
}

function Good({ verdict }: { readonly verdict: GoodVerdict }) {
  const t = useTranslations('VerifyPage');
  const words = useTranslations('Verify');
  const votes = Object.values(verdict.votes);
  const ballots = votes.reduce((sum, vote) => sum + vote.ballots, 0);
  const { facts, participants, closingHash, ended, rehearsal, code, confirmed } = verdict;
  const isSure = confirmed && fitsWhatWasGiven(verdict);
  return (
    <section className={styles.verdict} data-trust={isSure ? 'full' : 'open'}>
      <h2>
        {isSure ? '✓ ' : ''}
        {t(isSure ? 'sure' : verdict.verdict)}: <span>{code}</span>
      </h2>
      <Beliefs of={verdict} />
      <p>{words('counted', { facts, participants, votes: votes.length, ballots })}</p>
      {!ended && <p>{t('running')}</p>}
      {rehearsal && <p>{t('rehearsal')}</p>}
      <p>{t('hash')}</p>
      <code>{inFours(closingHash)}</code>
      <h3>{t('notProven.title')}</h3>
      <ul>
        {!isSure && <li>{t('notProven.held')}</li>}
        <li>{t('notProven.people')}</li>
        <li>{t('notProven.missing')}</li>
        <li>{t('notProven.times')}</li>
      </ul>
    </section>
  );
}
