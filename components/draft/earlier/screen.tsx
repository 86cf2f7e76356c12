'use client';
// The wall looks back: how far the earlier vision has come, goal by goal.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { standingWordingIn } from '../../../server/engine/draft/wording';
import type { EarlierView, ScreenView } from '../../../server/engine/views';
import cards from '../../scene/cards.module.css';
import { type FitItem, FitPages } from '../../scene/fit-pages';
import { GOAL_LAYOUTS } from '../../scene/goal-layouts';
import { PlacedHeading } from '../../scene/idea-card';
import scenes from '../../scene/pictures.module.css';
import { useDates } from '../../ui/dates';
import { OwnWords } from '../../ui/own-words';
import { useLocalText, usePageLocale } from '../../ui/words';
import styles from './earlier.module.css';
import { ProgressBar } from './progress-bar';

export function EarlierScreen({ view, earlier }: { readonly view: ScreenView; readonly earlier: EarlierView }) {
  const t = useTranslations('Earlier');
  const local = useLocalText();
  const locale = usePageLocale();
  const date = useDates(view.session.timeZone).day(earlier.date);
  const items = useMemo(() => {
    return earlier.lines
      .filter(({ kind }) => kind === 'goal')
      .flatMap((goal): readonly FitItem[] => {
        const theme = view.themes.find(({ id }) => id === goal.themeId);
        const words = (
          <>
            <OwnWords words={standingWordingIn(goal, locale)} />
            <span className={styles.fate} data-once>
              {t(`fate.${goal.fate ?? 'kept'}`)}
            </span>
          </>
        );
        const place = theme === undefined ? '' : local(theme.name);
        return [
          { key: goal.id, heading: true, node: <PlacedHeading place={place} words={words} /> },
          ...earlier.lines
            .filter(({ goalLineId }) => goalLineId === goal.id)
            .map((action) => ({
              key: action.id,
              node: (
                <p className={`${cards.action} ${styles.action}`} data-status={action.status}>
                  <OwnWords words={standingWordingIn(action, locale)} />
                  <span className={styles.status} data-status={action.status}>
                    {t(`status.${action.status ?? 'not_started'}`)}
                  </span>
                </p>
              ),
            })),
        ];
      });
  }, [earlier.lines, view.themes, t, local, locale]);
  return (
    <div className={scenes.column}>
      <div className={styles.wall}>
        <h2>{t('wallTitle', { date })}</h2>
        <ProgressBar earlier={earlier} />
      </div>
      <FitPages items={items} layouts={GOAL_LAYOUTS} label={t('wallTitle', { date })} gapRem={0.35} />
    </div>
  );
}
