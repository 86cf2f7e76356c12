'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { ScreenView } from '../../../../server/engine/views';
import { fewIn, shownOf } from '../../../../server/engine/voting/publishing/few';
// Agreement: agree, pass, disagree of the whole room and of every group beside each other, most agreed first.
import type { AgreementFigures, AgreementResult } from '../../../../server/engine/voting/telling/figures';
import { AnswerBar } from '../../../charts/answer-bar';
import { Marker } from '../../../charts/marker';
import { seriesOf } from '../../../charts/series';
import { FitPages } from '../../../scene/fit-pages';
import { OwnWords } from '../../../ui/own-words';
import { useLocalText } from '../../../ui/words';
import { useExplained } from '../explain';
import { answersOf, type RankedOption, rankedOptions } from '../ranked';
import styles from './answers.module.css';

const LAYOUTS = [
  { columns: 1, scale: 1.2 },
  { columns: 1, scale: 1 },
] as const;

export function Answers({
  view,
  activity,
  onPages,
}: {
  readonly view: ScreenView;
  readonly activity: VoteView;
  readonly onPages: (count: number) => void;
}) {
  const t = useTranslations('Vote');
  const explained = useExplained(activity, view);
  const items = useMemo(
    () =>
      rankedOptions(activity).flatMap((option) => {
        const few = fewIn(activity.agreement?.[option.id]);
        if (few !== undefined)
          return [{ key: option.id, node: <FewRow option={option} figures={t('figures.few', { few })} /> }];
        const result = shownOf(activity.agreement?.[option.id]);
        const chosen = activity.outcome?.selected.includes(option.id) ?? false;
        if (result === undefined) return [];
        return [
          {
            key: option.id,
            node: <Row view={view} option={option} result={result} chosen={chosen} fate={explained.fate(option.id)} />,
          },
        ];
      }),
    [activity, view, explained, t],
  );
  return (
    <div className={styles.frame}>
      <ul className={styles.legend} aria-hidden="true">
        {(['agree', 'pass', 'disagree'] as const).map((answer) => (
          <li key={answer} data-answer={answer}>
            {t(answer)}
          </li>
        ))}
      </ul>
      <FitPages items={items} layouts={LAYOUTS} label={t('all')} gapRem={0.25} onPages={onPages} />
    </div>
  );
}

/** So few have answered that only how many is said. */
function FewRow({ option, figures }: { readonly option: RankedOption; readonly figures: string }) {
  return (
    <div className={styles.row}>
      <span className={styles.rank}>–</span>
      <div>
        <p className={styles.heading}>
          <OwnWords words={option.heading} />
        </p>
        <p className={styles.note}>{figures}</p>
      </div>
    </div>
  );
}

function Row({
  view,
  option,
  result,
  chosen,
  fate,
}: {
  readonly view: ScreenView;
  readonly option: RankedOption;
  readonly result: AgreementResult;
  readonly chosen: boolean;
  readonly fate: string | undefined;
}) {
  const t = useTranslations('Vote');
  const local = useLocalText();
  const said = (figures: AgreementFigures | undefined, bounded = false) => {
    if (figures === undefined) return t('hidden');
    const { agree, disagree, pass } = figures;
    const most = (['agree', 'disagree', 'pass'] as const).find((answer) => figures[answer] > 0) ?? 'pass';
    return bounded
      ? `${t('nearlyAll', { count: figures[most] })} ${t(most)}`
      : t('figures.agreement', { agree, disagree, pass });
  };
  return (
    <div className={styles.row} data-chosen={chosen || undefined}>
      <span className={styles.rank}>{option.rank ?? '–'}</span>
      <div>
        <p className={styles.heading}>
          <OwnWords words={option.heading} />
        </p>
        <p className={styles.note}>
          {result.consensus !== undefined && t('consensus', { share: result.consensus })}
          {result.split && <b>{t('split')}</b>}
          {result.polarised && <b>{t('polarised')}</b>}
          {fate !== undefined && ` ${fate}`}
        </p>
      </div>
      <div className={styles.bars}>
        <AnswerBar {...result} />
        <p className="visually-hidden">{said(result)}</p>
        <ul className={styles.groups}>
          {view.groups.map((group) => {
            const figures = answersOf(result, group.id);
            return (
              <li key={group.id}>
                <Marker series={seriesOf(view.groups, group.id)} />
                {figures === undefined ? (
                  <span className={styles.none} aria-hidden="true" />
                ) : (
                  <AnswerBar {...figures} />
                )}
                <span className="visually-hidden">
                  {local(group.name)}: {said(figures, group.id in (result.nearlyAll ?? {}))}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
      <p className={styles.figure}>
        <strong>{result.agree}</strong>
        <span>{result.disagree}</span>
      </p>
    </div>
  );
}
