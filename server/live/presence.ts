// Who is connected now, counted in devices. Told to facilitator and screen, never stored.
import type { RecordedEvent } from '../engine/events';
import type { SessionState } from '../engine/state';
import type { ParticipantId } from '../engine/vocabulary';
import type { Presence as PresenceMessage } from '../protocol/wire';
import type { RoomOutput } from './output';

/** People come and go all the time; nobody needs to know it faster. */
const EVERY_MS = 1_000;

export type Presence = {
  /** A socket came; the answer is called when it goes. `participantId` is missing for facilitator and screen. */
  enter(participantId?: ParticipantId): () => void;
  /** Somebody who is connected may have chosen a group. */
  joined(events: readonly RecordedEvent[]): void;
  readonly now: PresenceMessage;
  readonly isAnyone: boolean;
  close(): void;
};

export function createPresence(state: () => SessionState, output: Pick<RoomOutput, 'presence'>): Presence {
  /** Sockets per device: two tabs are one person. */
  const devices = new Map<ParticipantId, number>();
  let watchers = 0;
  let timer: NodeJS.Timeout | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;

  function now(): PresenceMessage {
    const { participants } = state();
    const connectedByGroup: Record<string, number> = {};
    for (const id of devices.keys()) {
      const groupId = participants.get(id)?.groupId;
      if (groupId !== undefined) connectedByGroup[groupId] = (connectedByGroup[groupId] ?? 0) + 1;
    }
    return { connected: devices.size, connectedByGroup };
  }

  function tell(): void {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        toldAt = performance.now();
        output.presence(now());
      },
      Math.max(0, toldAt + EVERY_MS - performance.now()),
    ).unref();
  }

  function count(id: ParticipantId, delta: 1 | -1): void {
    const sockets = (devices.get(id) ?? 0) + delta;
    if (sockets === 0) devices.delete(id);
    else devices.set(id, sockets);
    if (sockets === 0 || (sockets === 1 && delta === 1)) tell();
  }

  return {
    enter(participantId) {
      let left = false;
      if (participantId === undefined) watchers += 1;
      else count(participantId, 1);
      return () => {
        if (left) return;
        left = true;
        if (participantId === undefined) watchers -= 1;
        else count(participantId, -1);
      };
    },
    joined(events) {
      if (events.some((event) => event.type === 'ParticipantJoined')) tell();
    },
    get now() {
      return now();
    },
    get isAnyone() {
      return watchers > 0 || devices.size > 0;
    },
    close: () => clearTimeout(timer),
  };
}
