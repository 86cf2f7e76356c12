'use client';
// The draft on the desk: every line can be reworded in place and traced back to people's own words; gaps are named.
import { useTranslations } from 'next-intl';
import type { FacilitatorView, LineView } from '../../server/engine/views';
import { useLocalText } from '../ui/words';
import { chaptersOf } from './chapters';
import { DraftLine } from './draft-line';
import styles from './facilitator.module.css';
import { OpenPointWords, openPointKey } from './open-point';

export function DraftFacilitator({ view }: { readonly view: FacilitatorView }) {
  const t = useTranslations('Console');
  const marks = useTranslations('Marks');
  const local = useLocalText();
  const chapters = chaptersOf(view.draft, view.themes);
  const gaps = view.draft.gaps ?? [];
  const line = (entry: LineView) => <DraftLine key={entry.id} view={view} line={entry} />;
  if (chapters.length === 0) return <p className={styles.hint}>{t('draft.empty')}</p>;
  return (
    <>
      {gaps.length > 0 && (
        <details className={styles.gaps}>
          <summary>{t('draft.gaps', { count: gaps.length })}</summary>
          <ul>
            {gaps.map(({ lineId, gap }) => (
              <li key={`${lineId} ${gap}`}>
                <a href={`#line-${lineId}`}>{view.draft.lines[lineId]?.text.text}</a> {t(`draft.gap.${gap}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {view.draft.open !== undefined && (
        <details className={styles.gaps}>
          <summary>
            {marks('openTitle')}: {view.draft.open.length}
          </summary>
          <ul>
            {view.draft.open.map((point, at) => (
              <li key={openPointKey(point, at)}>
                <OpenPointWords point={point} lines={view.draft.lines} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {chapters.map(({ theme, needs, goals, steps }) => (
        <section key={theme.id} className={styles.chapter}>
          <h3>{local(theme.name)}</h3>
          {needs.length > 0 && (
            <>
              <h4>{t('draft.needs')}</h4>
              <ul>{needs.map(line)}</ul>
            </>
          )}
          {goals.length > 0 && (
            <>
              <h4>{t('draft.goals')}</h4>
              <ul>
                {goals.map((goal) => (
                  <DraftLine key={goal.line.id} view={view} line={goal.line}>
                    {goal.actions.length > 0 && <ul>{goal.actions.map(line)}</ul>}
                  </DraftLine>
                ))}
              </ul>
            </>
          )}
          {steps.length > 0 && (
            <>
              <h4>{t('draft.steps')}</h4>
              <ul>{steps.map(line)}</ul>
            </>
          )}
        </section>
      ))}
    </>
  );
}
