// One thing the vision leaves open: its wording, and why it is open.
import { useTranslations } from 'next-intl';
import type { DraftView, OpenPoint } from '../../server/engine/views';
import { LineWords } from './line-words';

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
    </>
  );
}
