'use client';
// The verdict on an archive: its sign and sentence, and the hash to compare with the wall's.
import { useTranslations } from 'next-intl';
import type { Verdict } from '../../server/verify/check-archive';
import styles from './verify.module.css';

export function VerdictCard({ verdict }: { readonly verdict: Verdict }) {
  const t = useTranslations('VerifyPage');
  const words = useTranslations('Verify');
  if (!verdict.ok) {
    return (
      <section className={styles.verdict} data-ok="false">
        <h2>✗ {t('broken')}</h2>
        <p>{words('bad', { record: verdict.badRecord, why: words(verdict.code) })}</p>
      </section>
    );
  }
  const votes = Object.values(verdict.votes);
  const ballots = votes.reduce((sum, vote) => sum + vote.ballots, 0);
  const { facts, participants, closingHash, ended, rehearsal, code } = verdict;
  return (
    <section className={styles.verdict} data-ok="true">
      <h2>
        ✓ {t('whole')}: <span>{code}</span>
      </h2>
      <p>{words('counted', { facts, participants, votes: votes.length, ballots })}</p>
      {!ended && <p>{t('running')}</p>}
      {rehearsal && <p>{t('rehearsal')}</p>}
      <p>{t('hash')}</p>
      <code>{closingHash}</code>
    </section>
  );
}
