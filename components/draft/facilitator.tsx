'use client';
// The draft on the desk: every line can be reworded in place and traced back to people's own words; gaps are named.
import { useTranslations } from 'next-intl';
import { chaptersOf, isEmptyChapter } from '../../server/engine/draft/chapters';
import type { DeskLine, FacilitatorView } from '../../server/engine/views';
import { useKept } from '../desk/kept';
import hints from '../ui/hint.module.css';
import { useLocalText } from '../ui/words';
import { DraftLine } from './draft-line';
import styles from './facilitator.module.css';
import { OpenPointWords, openPointKey } from './open-point';
import { AddLine } from './writing/add-line';
import { DeskNameField } from './writing/desk-name-field';
import { DroppedLines } from './writing/dropped-lines';
import { type HalfTyped, HalfTypedProvider } from './writing/half-typed';
import { LeftWords } from './writing/left-words';
import { isAnyJudged } from './writing/words-stay';

export function DraftFacilitator({ view }: { readonly view: FacilitatorView }) {
  const t = useTranslations('Console');
  const marks = useTranslations('Marks');
  const local = useLocalText();
  const chapters = chaptersOf(view.draft.lines, view.themes).filter((chapter) => !isEmptyChapter(chapter));
  const gaps = view.draft.gaps ?? [];
  const plain = (lines: readonly DeskLine[]) => (
    <ul>
      {lines.map((line) => (
        <DraftLine key={line.id} view={view} line={line} siblings={lines} />
      ))}
    </ul>
  );
  const [half, keepHalf] = useKept<readonly HalfTyped[]>('half typed', []);
  return (
    <HalfTypedProvider value={{ all: half, keep: keepHalf }}>
      <DeskNameField />
      <LeftWords view={view} all={half} keep={keepHalf} />
      {chapters.length === 0 && <p className={hints.hint}>{t('draft.empty')}</p>}
      {isAnyJudged(view) && <p className={styles.staying}>{t('cannotNow.judged')}</p>}
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
              {plain(needs)}
            </>
          )}
          {goals.length > 0 && (
            <>
              <h4>{t('draft.goals')}</h4>
              <ul>
                {goals.map(({ line, actions, linked }) => (
                  <DraftLine key={line.id} view={view} line={line} siblings={goals.map((goal) => goal.line)}>
                    {actions.length > 0 && plain(actions)}
                    {linked.length > 0 && (
                      <ul className={styles.notes}>
                        {linked.map(({ id, text }) => (
                          <li key={id}>
                            {t('draft.servedBy')} <a href={`#line-${id}`}>{text.text}</a>
                          </li>
                        ))}
                      </ul>
                    )}
                    <AddLine view={view} goal={line} />
                  </DraftLine>
                ))}
              </ul>
            </>
          )}
          {steps.length > 0 && (
            <>
              <h4>{t('draft.steps')}</h4>
              {plain(steps)}
            </>
          )}
        </section>
      ))}
      {view.draft.dropped !== undefined && <DroppedLines lines={view.draft.dropped} />}
      <AddLine view={view} />
    </HalfTypedProvider>
  );
}
