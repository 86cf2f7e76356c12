'use client';
// The options of a vote that has opened, each of which can be taken out, and those that are out and can come back.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { OptionView, VoteView } from '../../../../server/engine/activities/vote/types';
import { useCommander } from '../../../desk/commander';
import { Button } from '../../../ui/button';
import { CannotNow } from '../../../ui/cannot-now';
import { OwnWords } from '../../../ui/own-words';
import styles from './options.module.css';
import { StrikeDialog } from './strike-dialog';

export function Options({ activity }: { readonly activity: VoteView }) {
  const t = useTranslations('Console');
  const refusals = useTranslations('Refusal');
  const { run, busy } = useCommander();
  const [striking, setStriking] = useState<OptionView>();
  const { id: activityId, options, struck = [] } = activity;
  return (
    <>
      <ol className={styles.ballot}>
        {options.map((option) => (
          <li key={option.id}>
            <OwnWords words={option.heading} />{' '}
            <Button
              weight="quiet"
              aria-label={t('vote.strike.one', { text: option.heading.text })}
              onClick={() => setStriking(option)}
            >
              {t('vote.strike.button')}
            </Button>
          </li>
        ))}
      </ol>
      {struck.length > 0 && (
        <>
          <h3>{t('vote.strike.list', { count: struck.length })}</h3>
          <ul className={styles.ballot}>
            {struck.map(({ id: option, heading, wordless = false }) => (
              <li key={option}>
                {heading !== undefined && (
                  <s>
                    <OwnWords words={heading} />
                  </s>
                )}{' '}
                <Button
                  weight="quiet"
                  busy={busy}
                  disabled={wordless}
                  aria-label={t('vote.strike.restoreOne', { text: heading?.text ?? '' })}
                  onClick={() => void run([{ type: 'option.restore', activityId, option }])}
                >
                  {t('vote.strike.restore')}
                </Button>
                {wordless && <CannotNow>{refusals('words_hidden')}</CannotNow>}
              </li>
            ))}
          </ul>
        </>
      )}
      {striking !== undefined && (
        <StrikeDialog activityId={activityId} option={striking} onClose={() => setStriking(undefined)} />
      )}
    </>
  );
}
