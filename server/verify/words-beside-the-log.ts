// What people had before them stands in the fact that opens a step, and follows from the facts before it too: where the two
// part, the log was written by another hand.
import { rulesOf } from '../engine/activities/registry';
import type { RecordedEvent } from '../engine/events';
import { isSameJson } from '../engine/same-json';
import { findActivity, type SessionState } from '../engine/state';
import { FIRST_RULES } from '../engine/vocabulary';

type Opened = Extract<RecordedEvent, { readonly type: 'ActivityOpened' }>['data'];

/** Which options or lines, or the words of which of them, are not those that the rules fix at this moment. */
export function wordsBesideTheLog(state: SessionState, { activityId, judge, ...fixed }: Opened): string | undefined {
  const design = findActivity(state, activityId);
  // The first rules fixed other things: hidden words stayed in headings, and wordings were in no fact.
  if (design === undefined || state.rules === FIRST_RULES) return undefined;
  const frozen = rulesOf(design).freeze?.(state, design, judge) ?? {};
  const by: Readonly<Record<string, unknown>> = 'rejected' in frozen ? {} : frozen;
  const [key, said] = Object.entries(fixed).find(([name, value]) => !isSameJson(value, by[name] ?? null)) ?? [];
  if (key === undefined) return undefined;
  const made = (by[key] ?? {}) as Readonly<Record<string, unknown>>;
  const other = Object.entries(said ?? {}).find(([name, words]) => !isSameJson(words, made[name] ?? null));
  return other === undefined ? key : `${key} ${other[0]}`;
}
