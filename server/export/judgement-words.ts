// What the room's judgement of a line comes to, in words: minority views, and why something stays open.
import type { Dissent, OpenPoint } from '../engine/views';
import type { StakeholderGroup } from '../engine/vocabulary';
import type { DraftWord, Words } from './words';

const DISSENT = { discussion: 'dissentDiscussion', rejection: 'dissentRejection' } as const;

/** "Heads of bodies: 3 of 8 ask for more discussion", one sentence a group and wish. */
export function dissentTexts(
  dissent: readonly Dissent[] | undefined,
  groups: readonly StakeholderGroup[],
  say: Words,
): readonly string[] {
  return (dissent ?? []).map(({ groupId, asks, people, of, atLeast }) =>
    say(DISSENT[asks], {
      group: groups.find(({ id }) => id === groupId)?.name[say.locale] ?? groupId,
      people: atLeast ? `≥ ${people}` : people,
      of,
    }),
  );
}

const OPEN: Readonly<Record<OpenPoint['reason'], DraftWord>> = {
  contested: 'openContested',
  discussion: 'openDiscussion',
  groups_apart: 'openGroupsApart',
  room_divided: 'openRoomDivided',
  tied: 'openTied',
};

export function openReason(reason: OpenPoint['reason'], say: Words): string {
  return say(OPEN[reason]);
}
