'use client';
// Before it opens: every line, the goals alone, or each theme as a whole. How many there are says how long it will take.
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { judgedIds } from '../../../server/engine/draft/judged';
import type { FacilitatorView } from '../../../server/engine/views';
import { JUDGED } from '../../../server/engine/vocabulary';
import { useJudgedChoice } from '../../desk/judged-choice';
import { CannotNow } from '../../ui/cannot-now';
import hints from '../../ui/hint.module.css';
import styles from './facilitator.module.css';

export function WhatIsJudged({ view }: { readonly view: FacilitatorView }) {
  const t = useTranslations('Console');
  const [chosen, choose] = useJudgedChoice();
  const name = useId();
  const hint = useId();
  if (view.session.phase === 'ended') return <CannotNow>{t('cannotNow.ended')}</CannotNow>;
  return (
    <fieldset className={styles.scopes} aria-describedby={hint}>
      <legend>
        <h3>{t('endorse.what')}</h3>
      </legend>
      <p id={hint} className={hints.hint}>
        {t('endorse.whatHint')}
      </p>
      {JUDGED.map((judge) => (
        <label key={judge}>
          <input type="radio" name={name} checked={judge === chosen} onChange={() => choose(judge)} />
          {t(`endorse.open.${judge}`, { count: judgedIds(judge, view.draft.lines, view.themes).length })}
        </label>
      ))}
    </fieldset>
  );
}
