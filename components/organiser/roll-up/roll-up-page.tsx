'use client';
// Sessions side by side: the heat table, then per theme what may be one, what is common and what is particular.
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { RollUpAnswer } from '../../../server/protocol/organiser';
import { Page } from '../../ui/page';
import { decideRollUp, loadRollUp } from '../api';
import styles from '../organiser.module.css';
import type { Decide } from './decide';
import { Downloads } from './downloads';
import { HeatTable } from './heat-table';
import { Names } from './names';
import { ThemeSection } from './theme-section';

export function RollUpPage({ id }: { readonly id: string }) {
  const t = useTranslations('RollUpPage');
  const words = useTranslations('RollUp');
  const organiser = useTranslations('Organiser');
  const [answer, setAnswer] = useState<RollUpAnswer | 'refused' | 'unreachable'>();
  const [refusal, setRefusal] = useState<string>();

  const load = useCallback(async () => {
    const loaded = await loadRollUp(id);
    setAnswer(typeof loaded === 'string' ? loaded : loaded.ok ? loaded : 'refused');
  }, [id]);
  useEffect(() => {
    void load();
  }, [load]);

  if (answer === undefined || typeof answer === 'string') {
    return (
      <main className={styles.notice}>
        <p role="status">{answer === undefined ? organiser('connecting') : organiser(`door.${answer}`)}</p>
      </main>
    );
  }
  const { rollUp, version } = answer;
  const decide: Decide = async (wish) => {
    const decided = await decideRollUp(id, version, wish);
    if (typeof decided === 'object' && decided.ok) {
      setAnswer(decided);
      setRefusal(undefined);
      return true;
    }
    const code = typeof decided === 'object' ? `refused.${decided.code}` : 'refused.other';
    setRefusal(t.has(code) ? t(code) : t('refused.other'));
    // What somebody else has decided is shown before one decides again.
    if (typeof decided === 'object' && decided.code === 'changed') await load();
    return false;
  };
  return (
    <Page title={rollUp.title}>
      <p>
        <a href="/organiser">← {t('back')}</a>
      </p>
      {rollUp.missing.length > 0 && <p role="alert">{t('missing', { codes: rollUp.missing.join(', ') })}</p>}
      <p role="alert" className={styles.refusal}>
        {refusal}
      </p>
      <section>
        <h2>{words('heatTitle')}</h2>
        <HeatTable rollUp={rollUp} />
        <p className={styles.hint}>{words('heatHow')}</p>
      </section>
      <Names rollUp={rollUp} decide={decide} />
      <Downloads id={id} />
      {rollUp.themes.map((theme) => (
        <ThemeSection key={theme.theme.id} rollUp={rollUp} theme={theme} decide={decide} />
      ))}
    </Page>
  );
}
