'use client';
// The room's judgement of each line: who has judged while it runs, a histogram per line once revealed.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { EndorseView } from '../../../server/engine/activities/endorse/types';
import type { EndorsementResult, ScreenView } from '../../../server/engine/views';
import { AGREEMENT_LEVELS } from '../../../server/engine/vocabulary';
import { Histogram } from '../../charts/histogram';
import { TurnoutPicture } from '../../charts/turnout-picture';
import { LineMark } from '../../draft/agreement-mark';
import { EarlierJudgements } from '../../draft/earlier-judgements';
import { LineWords } from '../../draft/line-words';
import { MinorityViews } from '../../draft/minority-views';
import { ReadsNow } from '../../draft/reads-now';
import cards from '../../scene/cards.module.css';
import { type FitItem, FitPages } from '../../scene/fit-pages';
import { SectionHeading } from '../../scene/idea-card';
import styles from '../../scene/pictures.module.css';
import { useLocalText } from '../../ui/words';
import type { ScreenFace } from '../face';
import endorse from './endorse.module.css';

const RESULT_LAYOUTS = [
  { columns: 1, scale: 1.12 },
  { columns: 1, scale: 1 },
] as const;
const LINE_LAYOUTS = [
  { columns: 1, scale: 1.25 },
  { columns: 2, scale: 1 },
] as const;

export const endorseScreen: ScreenFace<'endorse'> = {
  Scene: EndorseScreen,
  picturesTurnout: true,
  readsDraft: true,
};

function EndorseScreen({ view, activity }: { readonly view: ScreenView; readonly activity: EndorseView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const results = activity.revealed ? activity.results : undefined;
  const items = useMemo(() => {
    const list: FitItem[] = [];
    for (const theme of view.themes) {
      const lines = activity.lines.filter((line) => line.themeId === theme.id);
      if (lines.length === 0) continue;
      // A theme that is judged as a whole is its own heading.
      if (lines.some(({ kind }) => kind !== 'theme'))
        list.push({ key: theme.id, heading: true, node: <SectionHeading text={local(theme.name)} /> });
      for (const line of lines) {
        const result = results?.[line.id];
        list.push({
          key: line.id,
          node: (
            <div className={endorse.line} data-kind={line.kind} data-judged={result !== undefined || undefined}>
              <div>
                <LineWords line={line} />
                {result !== undefined && (
                  <MinorityViews className={endorse.dissent} figures={result} groups={view.groups} />
                )}
                <ReadsNow line={line} changed={result?.changed} className={endorse.changed} />
                <EarlierJudgements before={result?.before} className={endorse.changed} />
              </div>
              {result !== undefined && <Judgement result={result} />}
            </div>
          ),
        });
      }
    }
    return list;
  }, [activity.lines, results, view.themes, view.groups, local]);

  if (results !== undefined) {
    return (
      <div className={styles.column}>
        <FitPages items={items} layouts={RESULT_LAYOUTS} label={t('endorse.results')} gapRem={0.4} />
        <ul className={styles.legend}>
          <li>{t('endorse.legend')}</li>
        </ul>
      </div>
    );
  }
  const { voted = 0, joined = 0 } = activity.turnout ?? {};
  return (
    <div className={styles.halves}>
      <TurnoutPicture voted={voted} joined={joined} sentence={t('picture.endorse', { voted, joined })} />
      {items.length === 0 ? (
        <p className={cards.empty}>{t('draft.empty')}</p>
      ) : (
        <FitPages items={items} layouts={LINE_LAYOUTS} label={t('endorse.lines')} gapRem={0.35} />
      )}
    </div>
  );
}

function Judgement({ result }: { readonly result: EndorsementResult }) {
  const t = useTranslations('Screen');
  const marks = useTranslations('Marks');
  const names = AGREEMENT_LEVELS.map((level) => t(`endorse.level.${level}`));
  const { counts, given, support = 0, base = 0, supportPercent, against = 0 } = result;
  if (counts === undefined) return <p className={endorse.support}>{t('endorse.few', { given })}</p>;
  return (
    <div className={endorse.judgement}>
      <Histogram counts={counts} names={names} />
      <p className={endorse.support}>
        {supportPercent === undefined ? (
          <span>{given === 0 ? t('endorse.none') : marks('abstained', { count: given })}</span>
        ) : (
          <>
            <strong>{supportPercent}%</strong>
            <span>{t('endorse.support', { support, base })}</span>
          </>
        )}
        {result.mark !== undefined && (
          <span className={endorse.mark}>
            <LineMark mark={result.mark} />
          </span>
        )}
        {against > 0 && <em>{t('endorse.against', { count: against })}</em>}
      </p>
    </div>
  );
}
