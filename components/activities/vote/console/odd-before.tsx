'use client';
// Above the settings of a vote that waits: how many options it will have, and what is odd about them.
import { useTranslations } from 'next-intl';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { FacilitatorView } from '../../../../server/engine/views';
import type { HorizonId } from '../../../../server/engine/vocabulary';
import { useSuggestedGroups } from '../../../moderation/use-suggested-groups';
import { useLocalText } from '../../../ui/words';
import { beforeOpening } from './before-opening';
import styles from './outcome.module.css';

export function OddBefore({ view, activity }: { readonly view: FacilitatorView; readonly activity: VoteView }) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const { options, few, suggested, left } = beforeOpening(view, activity, useSuggestedGroups(view));
  const named = (ids: readonly HorizonId[]): string =>
    view.horizons
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => local(name))
      .join(', ');
  const odd = [
    ...(options === 0 ? [t('vote.before.nothing')] : []),
    ...(few && options > 0 ? [t('vote.before.few', { options, places: activity.settings.places })] : []),
    ...(suggested > 0 ? [t('vote.before.suggested', { count: suggested })] : []),
    ...(left.ideas > 0 ? [t('vote.before.left', { count: left.ideas, horizons: named(left.horizonIds) })] : []),
  ];
  return (
    <>
      <p>
        <strong>{t('vote.before.options', { count: options, horizons: named(activity.horizonIds) })}</strong>
      </p>
      {odd.length > 0 && (
        <aside className={styles.flags}>
          <h3>{t('vote.before.title')}</h3>
          <ul>
            {odd.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </aside>
      )}
    </>
  );
}
