'use client';
// What is behind one line: people's own words, and the votes by group while they are revealed.
import { useTranslations } from 'next-intl';
import type { FacilitatorView, Trace } from '../../server/engine/views';
import { useDates } from '../ui/dates';
import { OwnWords } from '../ui/own-words';
import { TracedVotes } from './traced-votes';

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
