'use client';
// The vote: who has voted and what is on the ballot while it runs; bars by group once revealed.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ScreenView, VoteView } from '../../../server/engine/views';
import { GroupBar } from '../../charts/group-bar';
import { TurnoutPicture } from '../../charts/turnout-picture';
import { type FitItem, FitPages } from '../../ui/fit-pages';
import { OwnWords } from '../../ui/own-words';
import { useLocalText } from '../../ui/words';
import cards from '../cards.module.css';
import { SectionHeading } from '../idea-card';
import styles from '../scenes.module.css';
import { type RankedOption, rankedOptions } from './ranked';
import vote from './vote.module.css';

const RESULT_LAYOUTS = [
  { columns: 1, scale: 1.3 },
  { columns: 1, scale: 1.12 },
  { columns: 1, scale: 1 },
] as const;
const BALLOT_LAYOUTS = [
  { columns: 1, scale: 1.25 },
  { columns: 2, scale: 1 },
] as const;

export function VoteScreen({ view, activity }: { readonly view: ScreenView; readonly activity: VoteView }) {
  return activity.revealed && activity.results !== undefined ? (
    <Results view={view} activity={activity} />
  ) : (
    <Turnout view={view} activity={activity} />
  );
}

function Turnout({ view, activity }: { readonly view: ScreenView; readonly activity: VoteView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const items = useMemo(() => {
    const list: FitItem[] = [];
    for (const theme of view.themes) {
      const here = activity.options.filter((option) => option.themeId === theme.id);
      if (here.length === 0) continue;
      list.push({ key: theme.id, heading: true, node: <SectionHeading text={local(theme.name)} /> });
      for (const option of here) {
        list.push({
          key: option.id,
          node: (
            <p className={cards.idea}>
              <OwnWords words={option.heading} />
            </p>
          ),
        });
      }
    }
    return list;
  }, [activity.options, view.themes, local]);
  const { voted = 0, joined = 0 } = activity.turnout ?? {};
  return (
    <div className={styles.halves}>
      <div className={styles.column}>
        <TurnoutPicture voted={voted} joined={joined} sentence={t('picture.vote', { voted, joined })} />
        <p className={styles.rule}>{t('vote.rule', { budget: activity.budget, cap: activity.cap })}</p>
      </div>
      {items.length === 0 ? (
        <p className={cards.empty}>{t('vote.notYet')}</p>
      ) : (
        <FitPages items={items} layouts={BALLOT_LAYOUTS} label={t('vote.ballot')} gapRem={0.35} />
      )}
    </div>
  );
}

function Results({ view, activity }: { readonly view: ScreenView; readonly activity: VoteView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const ranked = useMemo(() => rankedOptions(activity), [activity]);
  const most = Math.max(1, ...ranked.map(({ result }) => result.dots));
  const items = useMemo(
    () =>
      ranked.map((option) => ({
        key: option.id,
        node: (
          <Bar
            option={option}
            most={most}
            view={view}
            theme={local(view.themes.find(({ id }) => id === option.themeId)?.name ?? { ky: '', ru: '', en: '' })}
          />
        ),
      })),
    [ranked, most, view, local],
  );
  return <FitPages items={items} layouts={RESULT_LAYOUTS} label={t('vote.results')} gapRem={0.2} />;
}

function Bar({
  option,
  most,
  view,
  theme,
}: {
  readonly option: RankedOption;
  readonly most: number;
  readonly view: ScreenView;
  readonly theme: string;
}) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const { result } = option;
  return (
    <div className={vote.row} data-goal={option.goal || undefined}>
      <span className={vote.rank}>{result.rank}</span>
      <div>
        <p className={vote.heading}>
          <OwnWords words={option.heading} />
        </p>
        <p className={vote.theme}>
          {option.goal && <span className={vote.goal}>{t('vote.goal')}</span>}
          {theme}
        </p>
      </div>
      <div>
        <GroupBar total={result.dots} most={most} split={result.dotsByGroup} groups={view.groups} />
        <ul className="visually-hidden">
          {view.groups.map((group) => (
            <li key={group.id}>
              {t('vote.groupDots', { group: local(group.name), dots: String(result.dotsByGroup[group.id] ?? '–') })}
            </li>
          ))}
        </ul>
      </div>
      <p className={vote.dots}>
        <strong>{result.dots}</strong>
        <span>{t('vote.dots', { dots: result.dots })}</span>
        <span>{t('vote.supporters', { count: result.supporters })}</span>
      </p>
    </div>
  );
}
