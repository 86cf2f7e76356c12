// When a fact of the desk was recorded, and under which name, for whoever reads what came of it.
import type { RecordedEvent } from './events';
import type { Recorded } from './state';

export function recordedBy({ at, actor }: Pick<RecordedEvent, 'at' | 'actor'>): Recorded {
  const name = actor.role === 'facilitator' ? actor.name : undefined;
  return { at, ...(name === undefined ? {} : { by: name }) };
}
