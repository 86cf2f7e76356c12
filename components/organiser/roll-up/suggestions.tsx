'use client';
// What the computer finds similar across districts, for a person to decide.
import { useTranslations } from 'next-intl';
import { memberKey } from '../../../server/engine/roll-up/design';
import type { RollUp, RollUpRow } from '../../../server/engine/roll-up/roll-up';
import type { MatchSuggestion } from '../../../server/engine/roll-up/suggest-matches';
import { randomId } from '../../live/random-id';
import { Button } from '../../ui/button';
import { OwnWords } from '../../ui/own-words';
import type { Decide } from './decide';
import styles from './roll-up.module.css';

export function Suggestions({
  rollUp,
  suggestions,
  common,
  decide,
}: {
  readonly rollUp: RollUp;
  readonly suggestions: readonly MatchSuggestion[];
  readonly common: readonly RollUpRow[];
  readonly decide: Decide;
}) {
  const t = useTranslations('RollUpPage');
  if (suggestions.length === 0) return null;
  const placeOf = (code: string) => rollUp.districts.find((one) => one.code === code)?.place;
  return (
    <>
      <h3>{t('suggested')}</h3>
      <p className={styles.hint}>{t('suggestedHow')}</p>
      <ul className={styles.suggestions}>
        {suggestions.map(({ members, matchId, kind }) => {
          const [first] = members;
          const standing = common.find((row) => row.matchId === matchId && matchId !== undefined);
          const named = members.map(({ code, priorityId }) => ({ code, priorityId }));
          const heading = standing?.heading ?? first?.heading;
          return (
            <li key={members.map(memberKey).join()}>
              <ul>
                {members.map(({ code, heading: words }) => (
                  <li key={code}>
                    <strong>{placeOf(code)}</strong> <OwnWords words={words} />
                  </li>
                ))}
              </ul>
              {kind === 'translation' && <p className={styles.hint}>{t('translation')}</p>}
              <div className={styles.answers}>
                <Button
                  weight="primary"
                  onClick={() => {
                    if (heading === undefined) return;
                    void decide({ type: 'match', matchId: matchId ?? randomId(), heading, members: named });
                  }}
                >
                  {t('one')}
                </Button>
                <Button onClick={() => void decide({ type: 'apart', members: named })}>{t('apart')}</Button>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
