'use client';
// Before it opens: every line, the goals alone, or each theme as a whole. How many there are says how long it will take.
import { useTranslations } from 'next-intl';
import { judgedIds } from '../../../server/engine/draft/judged';
import type { EndorseView, FacilitatorView } from '../../../server/engine/views';
import { JUDGED } from '../../../server/engine/vocabulary';
import { useCommander } from '../../console/commander';
import { Button } from '../../ui/button';
import styles from '../facilitator.module.css';

export function WhatIsJudged({ view, activity }: { readonly view: FacilitatorView; readonly activity: EndorseView }) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  return (
    <section>
      <h3>{t('endorse.what')}</h3>
      <p className={styles.hint}>{t('endorse.whatHint')}</p>
      <div className={styles.scopes}>
        {JUDGED.map((judge) => {
          const count = judgedIds(judge, view.draft.lines, view.themes).length;
          return (
            <Button
              key={judge}
              busy={busy}
              disabled={count === 0}
              onClick={() => void run([{ type: 'activity.open', activityId: activity.id, judge }])}
            >
              {t(`endorse.open.${judge}`, { count })}
            </Button>
          );
        })}
      </div>
    </section>
  );
}
