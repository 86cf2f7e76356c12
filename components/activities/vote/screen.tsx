'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import type { ScreenView } from '../../../server/engine/views';
import type { PriorityId } from '../../../server/engine/vocabulary';
// The vote on the wall: who has voted, the rules and the ballot while it runs; once revealed the chosen one by one, then
// why they were chosen and the picture that fits the method, in turn.
import type { OutcomeView } from '../../../server/engine/voting/selecting/outcome-view';
import { TurnoutPicture } from '../../charts/turnout-picture';
import { useRoom } from '../../live/provider';
import cards from '../../scene/cards.module.css';
import { type FitItem, FitPages } from '../../scene/fit-pages';
import { SectionHeading } from '../../scene/idea-card';
import styles from '../../scene/pictures.module.css';
import { type Scene, Scenes } from '../../scene/scenes';
import { OwnWords } from '../../ui/own-words';
import { useLocalText } from '../../ui/words';
import type { ScreenFace } from '../face';
import { useExplained } from './explain';
import { placeOf, rankedOptions } from './ranked';
import { isRevealedVote } from './revealed';
import { SettingsWords, useLimitWords } from './settings-words';
import { Answers } from './wall/answers';
import { Bars } from './wall/bars';
import { Chosen } from './wall/chosen';
import { isSplitByGroup, VoteLegend } from './wall/legend';
import { NobodyVoted } from './wall/nobody-voted';
import { OneByOne, type Place, useCountdown } from './wall/one-by-one';
import { Order } from './wall/order';
import { Pairs } from './wall/pairs';
import { Plane } from './wall/plane';

const BALLOT_LAYOUTS = [
  { columns: 1, scale: 1.25 },
  { columns: 2, scale: 1 },
] as const;

export const voteScreen: ScreenFace<'vote'> = {
  Scene: VoteScreen,
  picturesTurnout: true,
  countsPeopleAbove: true,
  legend: { explains: isSplitByGroup, Legend: VoteLegend },
};

function VoteScreen({ view, activity }: { readonly view: ScreenView; readonly activity: VoteView }) {
  if (!activity.revealed || !isRevealedVote(activity)) return <Turnout view={view} activity={activity} />;
  const { outcome } = activity;
  if (outcome?.ballots === 0) return <NobodyVoted outcome={outcome} />;
  return outcome === undefined ? (
    <Pictures view={view} activity={activity} />
  ) : (
    // A new round, or another rule, is a new result to be told from the last place on.
    <Told key={`${outcome.round} ${outcome.selected.join()}`} view={view} activity={activity} outcome={outcome} />
  );
}

function Turnout({ view, activity }: { readonly view: ScreenView; readonly activity: VoteView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const limit = useLimitWords();
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
        <p className={styles.rule}>{limit(activity.settings.method)}</p>
        {activity.struck !== undefined && (
          <p className={styles.rule} data-struck>
            {t('vote.struck', { count: activity.struck.length })}
          </p>
        )}
        <SettingsWords className={styles.rule} settings={activity.settings} changed={activity.settingsChanged} />
      </div>
      {items.length === 0 ? (
        <p className={cards.empty}>{t(activity.struck === undefined ? 'vote.notYet' : 'vote.allStruck')}</p>
      ) : (
        <FitPages items={items} layouts={BALLOT_LAYOUTS} label={t('vote.ballot')} gapRem={0.35} />
      )}
    </div>
  );
}

type Revealed = { readonly view: ScreenView; readonly activity: VoteView };

function Told({ view, activity, outcome }: Revealed & { readonly outcome: OutcomeView }) {
  const places = usePlaces(view, activity, outcome);
  const { serverNow } = useRoom<'screen'>();
  const hidden = useCountdown(places.length, activity.toldAt, serverNow);
  const now = places[hidden - 1];
  if (now !== undefined) return <OneByOne place={now} />;
  return <Pictures view={view} activity={activity} outcome={outcome} />;
}

function usePlaces(view: ScreenView, activity: VoteView, outcome: OutcomeView): readonly Place[] {
  const explained = useExplained(activity, view);
  const local = useLocalText();
  return useMemo(() => {
    const ranked = rankedOptions(activity);
    const { bySelection, settings, selected } = outcome;
    const reasons = (settings.rule === 'fair_share' ? bySelection.fairShare : bySelection.mostSupported)?.reasons ?? [];
    const themeOf = (id: PriorityId) => activity.options.find((other) => other.id === id)?.themeId;
    return selected.flatMap((id) => {
      const theme = settings.per === 'theme' ? view.themes.find((other) => other.id === themeOf(id)) : undefined;
      const beside = theme === undefined ? selected : selected.filter((other) => themeOf(other) === theme.id);
      const option = ranked.find((other) => other.id === id);
      const reason = reasons.find((other) => other.option === id);
      const why = reason === undefined ? explained.figures(id) : explained.reason(reason);
      if (option === undefined) return [];
      const named = theme === undefined ? {} : { theme: local(theme.name) };
      return [{ option, place: placeOf(activity, selected, id), of: beside.length, ...named, why }];
    });
  }, [activity, outcome, view.themes, explained, local]);
}

function Pictures({ view, activity, outcome }: Revealed & { readonly outcome?: OutcomeView }) {
  const t = useTranslations('Vote');
  const scenes: Scene[] = [];
  if (outcome !== undefined) {
    scenes.push({
      key: 'chosen',
      title: t('chosenBy', { rule: t(`rule.${outcome.settings.rule}`) }),
      node: (onPages) => <Chosen view={view} activity={activity} outcome={outcome} onPages={onPages} />,
    });
  }
  if (activity.results !== undefined || activity.approvals !== undefined) {
    scenes.push({
      key: 'bars',
      title: t('all'),
      node: (onPages) => <Bars view={view} activity={activity} onPages={onPages} />,
    });
  }
  if (activity.agreement !== undefined) {
    scenes.push({
      key: 'answers',
      title: t('all'),
      node: (onPages) => <Answers view={view} activity={activity} onPages={onPages} />,
    });
  }
  if (activity.scores !== undefined) {
    scenes.push({
      key: 'plane',
      title: t('plane'),
      node: (onPages) => <Plane view={view} activity={activity} onPages={onPages} />,
    });
  }
  if (activity.ranking !== undefined) {
    scenes.push({
      key: 'order',
      title: t('orderTitle'),
      node: (onPages) => <Order view={view} activity={activity} onPages={onPages} />,
    });
    scenes.push({ key: 'pairs', title: t('pairs'), node: () => <Pairs activity={activity} /> });
  }
  return <Scenes scenes={scenes} />;
}
