// What the room refused: it stays until it has been read or the reason for it is gone, and then goes back to where it was
// written.
import type { Mine, ParticipantView } from '../../../server/engine/views';
import { ballotValues } from '../../../server/protocol/form-ballot';
import type { Outbox, OutboxEntry } from '../outbox';
import type { KeptDrafts } from './drafts';
import { draftsOf, isWritten } from './parts/page';
import { joined } from './similar-drafts';
import { stillHolds } from './still-holds';

type Refused = OutboxEntry & { readonly state: 'refused' };

export type Refusals = {
  /** Just refused: false when what was wished of the same thing since stands in its place. */
  note(entry: Refused): boolean;
  /** A refusal goes once the reason for it, which this phone has seen, is gone: what was refused can be sent then. */
  forgetPast(): void;
  takeBack(entryId: string): void;
};

export function createRefusals({
  outbox,
  drafts,
  view,
  mine,
  putBackInto,
}: {
  readonly outbox: Outbox;
  readonly drafts: KeptDrafts;
  readonly view: () => ParticipantView;
  readonly mine: () => Mine | undefined;
  /** Words are back: of this thing, opened for a change, or of a new one. */
  readonly putBackInto: (itemId: string | undefined) => void;
}): Refusals {
  /** Refusals whose reason this phone has seen, or of before it was opened. */
  const held = new Set(outbox.entries().flatMap(({ id, state }) => (state === 'refused' ? [id] : [])));

  /** A change of something counted opens it again; something new goes back to where new things are written. */
  function putBack({ command, code }: Refused): void {
    if (command.type !== 'idea.submit' && command.type !== 'action.submit') return;
    const itemId = command.type === 'idea.submit' ? command.ideaId : command.actionId;
    const known = { ...mine()?.ideas, ...mine()?.actions }[itemId];
    // Words that others support stay: these become another idea.
    const isNew = known === undefined || code === 'supported';
    const before = drafts.all();
    const back = Object.entries(draftsOf(isNew ? command.activityId : itemId, command)).map(([key, text]) => [
      key,
      isNew && isWritten(key) ? joined(text, before[key]) : text,
    ]);
    drafts.keep({ ...before, ...Object.fromEntries(back) });
    putBackInto(isNew ? undefined : itemId);
  }

  function takeBack(entryId: string): void {
    const entry = outbox.entries().find(({ id }) => id === entryId);
    if (entry?.state === 'refused') putBack(entry);
    outbox.remove(entryId);
  }

  return {
    note({ id, lane, command }) {
      if (lane !== undefined && outbox.entries().some((other) => other.lane === lane && other.id !== id)) {
        outbox.remove(id);
        return false;
      }
      if (command.type === 'ballot.cast') {
        const filled = [...ballotValues(command)].map(([field, value]) => [`${command.activityId}.${field}`, value]);
        drafts.keep({ ...drafts.all(), ...Object.fromEntries(filled) });
      }
      return true;
    },
    forgetPast() {
      for (const entry of outbox.entries()) {
        if (entry.state !== 'refused') continue;
        if (stillHolds(entry, view(), mine())) held.add(entry.id);
        else if (held.has(entry.id)) takeBack(entry.id);
      }
    },
    takeBack,
  };
}
