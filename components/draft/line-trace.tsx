'use client';
// From a line back to where it came from, and those that were joined into it.
import { useTranslations } from 'next-intl';
import type { DeskLine, FacilitatorView } from '../../server/engine/views';
import styles from './facilitator.module.css';
import { TraceBody } from './trace-body';
import { JoinedLines } from './writing/joined-lines';

export function LineTrace({ view, line }: { readonly view: FacilitatorView; readonly line: DeskLine }) {
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
