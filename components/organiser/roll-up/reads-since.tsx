'use client';
// Beside the words of the ballot: that the goal was changed after the room judged it or voted on it, and how it reads now.
import { useTranslations } from 'next-intl';
import type { RollUpCell } from '../../../server/engine/roll-up/roll-up';
import { useDates } from '../../ui/dates';
import { OwnWords } from '../../ui/own-words';
import styles from './roll-up.module.css';

export function ReadsSince({
  cell,
  timeZone,
  place,
}: {
  readonly cell: RollUpCell;
  readonly timeZone: string;
  /** Of which district, where several stand in one row. */
  readonly place?: string | undefined;
}) {
  const t = useTranslations('Marks');
  const { moment } = useDates(timeZone);
  const { reads } = cell;
  if (reads === undefined) return null;
  const { since, at, by, author, now, judged } = reads;
  const who = author ? t('changedByAuthor') : by === undefined ? t('changedAtDesk') : t('changedBy', { name: by });
  const when = at === undefined ? [] : [moment(at)];
  return (
    <span className={styles.since}>
      {place !== undefined && `${place}: `}
      {t(since === 'judged' ? 'changedSince' : 'changedSinceVote')}: {[...when, who].join(', ')}.{' '}
      {judged !== undefined && (
        <>
          {t('judgedWas')}:{' '}
          <q>
            <OwnWords words={judged.text} />
          </q>{' '}
        </>
      )}
      {t('readsNow')}:{' '}
      <q>
        <OwnWords words={now} />
      </q>
    </span>
  );
}
