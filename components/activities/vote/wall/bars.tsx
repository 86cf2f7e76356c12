'use client';
// Dots and approvals: one bar per option, split by group, with the marks of both selections.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { ScreenView } from '../../../../server/engine/views';
import { GroupBar } from '../../../charts/group-bar';
import { FitPages } from '../../../scene/fit-pages';
import { OwnWords } from '../../../ui/own-words';
import { useLocalText } from '../../../ui/words';
import { useExplained } from '../explain';
import { type RankedOption, rankedOptions, type Votes, votesFor } from '../ranked';
import vote from '../vote.module.css';

const LAYOUTS = [
  { columns: 1, scale: 1.3 },
  { columns: 1, scale: 1.12 },
  { columns: 1, scale: 1 },
] as const;

export function Bars({
  view,
  activity,
  onPages,
}: {
  readonly view: ScreenView;
  readonly activity: VoteView;
  readonly onPages: (count: number) => void;
}) {
  const t = useTranslations('Screen');
  const explained = useExplained(activity, view);
  const items = useMemo(() => {
    const ranked = rankedOptions(activity).flatMap((option) => {
      const votes = votesFor(activity, option.id);
      return votes === undefined ? [] : [{ option, votes }];
    });
    const most = Math.max(1, ...ranked.map(({ votes }) => votes.total));
    return ranked.map(({ option, votes }) => ({
      key: option.id,
      node: (
        <Bar
          view={view}
          activity={activity}
          option={option}
          votes={votes}
          most={most}
          fate={explained.fate(option.id)}
        />
      ),
    }));
  }, [activity, view, explained]);
  return <FitPages items={items} layouts={LAYOUTS} label={t('vote.results')} gapRem={0.2} onPages={onPages} />;
}

function Bar({
  view,
  activity,
  option,
  votes,
  most,
  fate,
}: {
  readonly view: ScreenView;
  readonly activity: VoteView;
  readonly option: RankedOption;
  readonly votes: Votes;
  readonly most: number;
  readonly fate: string | undefined;
}) {
  const t = useTranslations('Screen');
  const words = useTranslations('Vote');
  const local = useLocalText();
  const theme = view.themes.find(({ id }) => id === option.themeId)?.name;
  const figureOf = (group: string) => {
    const count = votes.byGroup[group];
    return count === undefined ? '–' : votes.bounded.has(group) ? words('nearlyAll', { count }) : String(count);
  };
  const byPerson = activity.rankByPerson?.[option.id];
  // The rank that stands first is of what decides; where votes as cast give another, that is said.
  const otherRank =
    byPerson === undefined || byPerson === option.rank ? undefined : words('rankByPerson', { rank: byPerson });
  const { mostSupported, fairShare } = activity.outcome?.bySelection ?? {};
  return (
    <div className={vote.row} data-goal={option.goal || undefined}>
      <span className={vote.rank}>{option.rank ?? '–'}</span>
      <div>
        <p className={vote.heading}>
          <OwnWords words={option.heading} />
        </p>
        <p className={vote.theme}>
          {option.goal && <span className={vote.goal}>{t('vote.goal')}</span>}
          {mostSupported?.selected.includes(option.id) && (
            <span className={vote.chosenBy}>{words('rule.most_supported')}</span>
          )}
          {fairShare?.selected.includes(option.id) && (
            <span className={vote.chosenBy} data-fair>
              {words('rule.fair_share')}
            </span>
          )}
          {[theme === undefined ? undefined : local(theme), otherRank, fate]
            .filter((words) => words !== undefined)
            .join(' · ')}
        </p>
      </div>
      <div>
        <GroupBar total={votes.total} most={most} split={votes.byGroup} groups={view.groups} />
        <ul className="visually-hidden">
          {view.groups.map((group) => (
            <li key={group.id}>{t('vote.groupDots', { group: local(group.name), dots: figureOf(group.id) })}</li>
          ))}
        </ul>
      </div>
      <p className={vote.dots}>
        <strong>{votes.total}</strong>
        {activity.method === 'dots' ? (
          <>
            <span>{t('vote.dots', { dots: votes.total })}</span>
            <span>{t('vote.supporters', { count: votes.people })}</span>
          </>
        ) : (
          <span>{words('people', { count: votes.people })}</span>
        )}
      </p>
    </div>
  );
}
