'use client';
// Beside words as they were judged: that the draft reads otherwise since, and how.
import { useTranslations } from 'next-intl';
import type { JudgedLine } from '../../server/engine/activities/endorse/types';
import type { ChangedSince } from '../../server/engine/views';
import { useChange } from './judged-words';
import { LineWords } from './line-words';

export function ReadsNow({
  line: { now },
  changed,
  className,
}: {
  readonly line: Pick<JudgedLine, 'now'>;
  readonly changed: ChangedSince | undefined;
  readonly className?: string | undefined;
}) {
  const t = useTranslations('Marks');
  const changeOf = useChange();
  if (changed === undefined) return null;
  const { languages } = changed;
  const what = languages === undefined ? t('changedSince') : t('translatedSince', { languages: languages.join(', ') });
  return (
    <span className={className} data-changed-since>
      {changeOf(what, changed)}{' '}
      {now !== undefined && (
        <>
          {t('readsNow')}:{' '}
          <q>
            <LineWords line={now} />
          </q>
        </>
      )}
    </span>
  );
}
