'use client';
// From a line back to where it came from: people's own words, and the votes by group while they are revealed.
import { useTranslations } from 'next-intl';
import type { FacilitatorView, LineView, Trace } from '../../server/engine/views';
import { useDates } from '../ui/dates';
import { OwnWords } from '../ui/own-words';
import styles from './facilitator.module.css';
import { TracedVotes } from './traced-votes';
import { JoinedLines } from './writing/joined-lines';

export function LineTrace({ view, line }: { readonly view: FacilitatorView; readonly line: LineView }) {
  const t = useTranslations('Console');
  const { trace, joined = [] } = line;
  const ideas = [trace, ...joined.map((part) => part.trace)].flatMap((one) => one.ideas);
  return (
    <details className={styles.trace}>
      <summary>{t('draft.trace', { count: ideas.length })}</summary>
      <TraceBody view={view} trace={trace} />
      {joined.length > 0 && <JoinedLines view={view} line={line} joined={joined} />}
    </details>
  );
}

export function TraceBody({ view, trace }: { readonly view: FacilitatorView; readonly trace: Trace }) {
  const t = useTranslations('Console');
  const support = useTranslations('Support');
  const dates = useDates(view.session.timeZone);
  const { ideas, seconders, votes, desk, earlier } = trace;
  return (
    <>
      {desk && <p>{t('draft.writtenHere')}</p>}
      {earlier !== undefined && (
        <p>
          {t('draft.fromEarlier', {
            code: earlier.code,
            date: dates.day(earlier.date),
          })}
        </p>
      )}
      {ideas.length > 0 && <p>{t('draft.ownWords')}</p>}
      <ul>
        {ideas.map((idea, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the very same words
          <li key={place}>
            <q>
              <OwnWords words={idea} />
            </q>
          </li>
        ))}
      </ul>
      {seconders !== undefined && <p>{support('count', { count: seconders })}</p>}
      {votes !== undefined && <TracedVotes votes={votes} groups={view.groups} timeZone={view.session.timeZone} />}
    </>
  );
}
