'use client';
// Open answers: only how many while people write, the answers themselves once revealed.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { AskView } from '../../../server/engine/activities/ask/types';
import type { ScreenView } from '../../../server/engine/views';
import { TurnoutPicture } from '../../charts/turnout-picture';
import cards from '../../scene/cards.module.css';
import { FitPages } from '../../scene/fit-pages';
import { IdeaCard } from '../../scene/idea-card';
import styles from '../../scene/pictures.module.css';
import { SlipStack } from '../../scene/slip-stack';
import { inOrder } from '../../ui/in-order';
import { Seconders } from '../../ui/seconders';
import type { ScreenFace } from '../face';

const LAYOUTS = [
  { columns: 2, scale: 1.5 },
  { columns: 3, scale: 1.2 },
  { columns: 3, scale: 1 },
] as const;

export const askScreen: ScreenFace<'ask'> = {
  Scene: AskScreen,
  picturesTurnout: true,
};

function AskScreen({ view, activity }: { readonly view: ScreenView; readonly activity: AskView }) {
  const t = useTranslations('Screen');
  const items = useMemo(
    () =>
      inOrder(view.ideas)
        .filter(([, idea]) => idea.activityId === activity.id)
        .map(([key, idea]) => ({
          key,
          node: <IdeaCard words={idea} seconders={<Seconders count={idea.seconders} />} />,
        })),
    [view.ideas, activity.id],
  );
  if (activity.revealed) {
    if (items.length === 0) return <p className={cards.empty}>{t('ask.none')}</p>;
    return <FitPages items={items} layouts={LAYOUTS} label={t('ask.answers')} />;
  }
  const { voted = 0, joined = 0 } = activity.turnout ?? {};
  return (
    <div className={styles.halves}>
      <TurnoutPicture voted={voted} joined={joined} sentence={t('picture.ask', { voted, joined })} />
      <SlipStack count={activity.ideaCount ?? 0} label={t('ask.count', { count: activity.ideaCount ?? 0 })} />
    </div>
  );
}
