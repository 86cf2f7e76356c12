// One thing the vision leaves open: its wording, and why it is open.
import { useTranslations } from 'next-intl';
import type { DraftView, OpenPoint } from '../../server/engine/views';
import type { OwnText } from '../../server/engine/vocabulary';
import { OwnWords } from '../ui/own-words';

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
  const words: OwnText | undefined = point.reason === 'tied' ? point.priority : lines[point.lineId]?.text;
  return (
    <>
      {words !== undefined && <OwnWords words={words} />} <em>{t(WORD[point.reason])}</em>
    </>
  );
}
