// What a wish is about, and what a fact changes, by name.
import type { ActionId, ActivityId, IdeaId, LineId, PriorityId } from './vocabulary';

/** `step`: what the room is doing, as a whole. `step:ID`: how far that activity is. The others name the thing itself. */
export type Subject =
  | 'step'
  | 'timer'
  | 'light'
  | `step:${ActivityId}`
  | `settings:${ActivityId}`
  | `goals:${ActivityId}`
  | `idea:${IdeaId}`
  | `priority:${PriorityId}`
  | `option:${PriorityId}`
  | `action:${ActionId}`
  | `line:${LineId}`
  | `place:${LineId}`;
