'use client';
import { useTranslations } from 'next-intl';
// A vote without a ballot is a result of its own: nothing is chosen, and no picture is drawn of nothing.
import type { OutcomeView } from '../../../../server/engine/voting/selecting/outcome-view';
import { TurnoutPicture } from '../../../charts/turnout-picture';
import cards from '../../../scene/cards.module.css';
import styles from '../../../scene/pictures.module.css';

export function NobodyVoted({ outcome: { ballots, joined } }: { readonly outcome: OutcomeView }) {
  const t = useTranslations('Vote');
  const words = useTranslations('Screen');
  return (
    <div className={styles.column}>
      <TurnoutPicture voted={ballots} joined={joined} sentence={words('picture.vote', { voted: ballots, joined })} />
      <p className={cards.empty}>{t('nobodyVoted')}</p>
    </div>
  );
}
