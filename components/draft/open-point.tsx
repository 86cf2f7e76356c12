// One thing the vision leaves open: its wording, and why it is open.
import { useTranslations } from 'next-intl';
import type { DeskLine, DraftView, OpenPoint } from '../../server/engine/views';
import { OwnWords } from '../ui/own-words';
import { ChangedNote, useChange } from './judged-words';
import { LineWords } from './line-words';
import styles from './screen.module.css';

const WORD = {
  contested: 'openContested',
  discussion: 'openDiscussion',
  groups_apart: 'openGroupsApart',
  room_divided: 'openRoomDivided',
  tied: 'openTied',
} as const;

export function openPointKey(point: OpenPoint, at: number): string {
  return point.reason === 'tied' ? `tied ${at}` : `${point.lineId} ${point.reason}`;
}

export function OpenPointWords({ point, lines }: { readonly point: OpenPoint; readonly lines: DraftView['lines'] }) {
  const t = useTranslations('Marks');
  const line = point.reason === 'tied' ? { text: point.priority } : lines[point.lineId];
  return (
    <>
      {line !== undefined && <LineWords line={line} />} <em>{t(WORD[point.reason])}</em>
      {point.reason !== 'tied' && <SinceThen point={point} line={lines[point.lineId]} />}
    </>
  );
}

/** What was judged or voted on, where the line reads otherwise since. */
function SinceThen({ point, line }: { readonly point: OpenPoint; readonly line: DeskLine | undefined }) {
  const t = useTranslations('Marks');
  const changeOf = useChange();
  const isOfVote = point.reason === 'groups_apart' || point.reason === 'room_divided';
  if (!isOfVote) return <ChangedNote changed={line?.endorsement?.changed} className={styles.changed} />;
  const { changed, heading } = line?.trace.votes ?? {};
  if (changed === undefined || heading === undefined) return null;
  return (
    <span className={styles.changed}>
      {changeOf(t('changedSinceVote'), changed)} {t('votedOn')}:{' '}
      <q>
        <OwnWords words={heading} />
      </q>
    </span>
  );
}
