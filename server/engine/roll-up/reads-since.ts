// How a goal reads today, where that is otherwise than what the room judged or voted on: a roll-up shows the words of the ballot.
import type { WordingChange } from '../state';
import type { DeskLine, JudgedWords } from '../views';
import type { OwnText } from '../vocabulary';

export type ReadsSince = {
  /** Judged after the vote: then this is what the change is told of. */
  readonly since: 'judged' | 'voted';
  readonly now: OwnText;
  readonly judged?: JudgedWords;
} & Partial<Omit<WordingChange, 'seq'>>;

/** Of a goal's line in the draft. Undefined while it reads so still, and where there is none. A translation entered since rewords nothing here. */
export function readsSince(line: DeskLine | undefined): ReadsSince | undefined {
  if (line === undefined) return undefined;
  const { endorsement, trace, text: now } = line;
  if (endorsement?.changed !== undefined && endorsement.changed.languages === undefined) {
    const { judged, at, by, author } = endorsement.changed;
    return { since: 'judged', now, judged, ...changeOf({ at, by, author }) };
  }
  const changed = trace.votes?.changed;
  return changed === undefined ? undefined : { since: 'voted', now, ...changeOf(changed) };
}

function changeOf({ at, by, author }: { at?: number | undefined; by?: string | undefined; author?: true | undefined }) {
  return {
    ...(at === undefined ? {} : { at }),
    ...(by === undefined ? {} : { by }),
    ...(author === undefined ? {} : { author }),
  };
}
