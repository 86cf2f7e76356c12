'use client';
// Each line and, once revealed, how the room judged it.
import { useTranslations } from 'next-intl';
import type { EndorseView, FacilitatorView } from '../../../server/engine/views';
import { AGREEMENT_LEVELS } from '../../../server/engine/vocabulary';
import { Histogram } from '../../charts/histogram';
import { LineMark } from '../../draft/agreement-mark';
import { MinorityViews } from '../../draft/minority-views';
import { OwnWords } from '../../ui/own-words';
import styles from '../facilitator.module.css';
import { WhatIsJudged } from './what-is-judged';

export function EndorseFacilitator({
  view,
  activity,
}: {
  readonly view: FacilitatorView;
  readonly activity: EndorseView;
}) {
  const t = useTranslations('Console');
  const names = AGREEMENT_LEVELS.map((level) => t(`endorse.level.${level}`));
  if (activity.status === 'waiting') return <WhatIsJudged view={view} activity={activity} />;
  if (activity.lines.length === 0) return <p className={styles.hint}>{t('endorse.notYet')}</p>;
  return (
    <>
      <p className={styles.hint}>{t(activity.revealed ? 'endorse.legend' : 'endorse.secret')}</p>
      <ul className={styles.lines}>
        {activity.lines.map((line) => {
          const result = activity.results?.[line.id];
          return (
            <li key={line.id} data-kind={line.kind}>
              <OwnWords words={line.text} />
              {result !== undefined && (
                <div className={styles.judgement}>
                  <Histogram counts={result.counts} names={names} />
                  <p>
                    {result.supportPercent === undefined
                      ? t('endorse.none')
                      : t('endorse.support', { percent: result.supportPercent })}
                    <small>{t('endorse.more', { discuss: result.discuss, against: result.against })}</small>
                  </p>
                  <div>
                    {result.mark !== undefined && <LineMark mark={result.mark} />}
                    {result.dissent !== undefined && <MinorityViews dissent={result.dissent} groups={view.groups} />}
                  </div>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
