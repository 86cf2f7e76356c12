'use client';
// Each line and, once revealed, how the room judged it.
import { useTranslations } from 'next-intl';
import type { EndorseView, JudgedLine } from '../../../server/engine/activities/endorse/types';
import { judgedIds } from '../../../server/engine/draft/judged';
import type { EndorsementResult, FacilitatorView } from '../../../server/engine/views';
import { AGREEMENT_LEVELS } from '../../../server/engine/vocabulary';
import { Histogram } from '../../charts/histogram';
import { LineMark } from '../../draft/agreement-mark';
import { EarlierJudgements } from '../../draft/earlier-judgements';
import { MinorityViews } from '../../draft/minority-views';
import { ReadsNow } from '../../draft/reads-now';
import { SupportShare } from '../../draft/support-share';
import hints from '../../ui/hint.module.css';
import { OwnWords } from '../../ui/own-words';
import type { FacilitatorFace } from '../face';
import styles from './facilitator.module.css';
import { WhatIsJudged } from './what-is-judged';

export const endorseFacilitator: FacilitatorFace<'endorse'> = {
  Desk: EndorseFacilitator,
  help: { beforeOpening: 'openEndorse', whileOpen: 'closeEndorse' },
  opensWith: (judge) => ({ judge }),
  lackBefore: ({ draft, themes }, _activity, judge) =>
    judgedIds(judge, draft.lines, themes).length > 0 ? undefined : { lacks: 'endorse' },
};

function EndorseFacilitator({ view, activity }: { readonly view: FacilitatorView; readonly activity: EndorseView }) {
  const t = useTranslations('Console');
  const names = AGREEMENT_LEVELS.map((level) => t(`endorse.level.${level}`));
  if (activity.status === 'waiting') return <WhatIsJudged view={view} />;
  if (activity.lines.length === 0) return <p className={hints.hint}>{t('endorse.notYet')}</p>;
  const again = linesToJudgeAnew(activity);
  return (
    <>
      {again > 0 && view.session.phase === 'live' && (
        <p className={hints.hint} data-again>
          {t('endorse.again', { count: again })}
        </p>
      )}
      <p className={hints.hint}>{t(activity.revealed ? 'endorse.legend' : 'endorse.secret')}</p>
      <ul className={styles.lines}>
        {activity.lines.map((line) => {
          const result = activity.results?.[line.id];
          return (
            <li key={line.id} data-kind={line.kind}>
              <OwnWords words={line.text} />
              {result !== undefined && <Judged view={view} line={line} result={result} names={names} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Judged({
  view,
  line,
  result,
  names,
}: {
  readonly view: FacilitatorView;
  readonly line: JudgedLine;
  readonly result: EndorsementResult;
  readonly names: readonly string[];
}) {
  const t = useTranslations('Console');
  const { counts, given, discuss = 0, against = 0, mark } = result;
  return (
    <>
      <div className={styles.judgement}>
        {counts === undefined ? <span /> : <Histogram counts={counts} names={names} />}
        <p>
          {given === 0 ? t('endorse.none') : <SupportShare figures={result} />}
          {counts !== undefined && <small>{t('endorse.more', { discuss, against })}</small>}
        </p>
        <div>
          {mark !== undefined && <LineMark mark={mark} />}
          <MinorityViews figures={result} groups={view.groups} />
        </div>
      </div>
      <ReadsNow line={line} changed={result.changed} className={hints.hint} />
      <EarlierJudgements before={result.before} className={hints.hint} />
    </>
  );
}

/** Lines that opening again puts to the room once more, because they read otherwise. */
function linesToJudgeAnew(activity: EndorseView): number {
  if (activity.status !== 'closed') return 0;
  const { results = {} } = activity;
  return activity.lines.filter(({ id, now }) => now !== undefined || results[id]?.changed !== undefined).length;
}
