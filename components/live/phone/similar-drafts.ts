// What is typed, as a question about similar ideas, and kept beside a support until that counts.
import { hasPlaces, takesIdeas } from '../../../server/engine/activities/ideas/takes-ideas';
import type { ActivityView } from '../../../server/engine/views';
import type { HorizonId } from '../../../server/engine/vocabulary';
import type { SimilarQuestion } from '../../../server/protocol/wire';
import type { OutboxEntry } from '../outbox';
import type { Drafts } from './parts/page';

/** Undefined when the draft that changed is not of a new idea. */
export function questionOf(
  activity: ActivityView | undefined,
  drafts: Drafts,
  changedKey: string,
): SimilarQuestion | undefined {
  if (!takesIdeas(activity)) return undefined;
  if (!changedKey.startsWith(`${activity.id}.`)) return undefined;
  const typed = (name: string) => drafts[`${activity.id}.${name}`];
  const [themeId, horizonId] = hasPlaces(activity) ? [typed('themeId'), typed('horizonId')] : [];
  return {
    activityId: activity.id,
    text: typed('text') ?? '',
    ...(themeId === undefined ? {} : { themeId }),
    ...(horizonId === undefined ? {} : { horizonId: horizonId as HorizonId }),
  };
}

function without(drafts: Drafts, key: string): Drafts {
  const { [key]: _, ...others } = drafts;
  return others;
}

/** Somebody else's idea is supported instead of what is typed. */
export function keepTyped(drafts: Drafts, activityId: string, ideaId: string): Drafts {
  const field = `${activityId}.text`;
  const typed = drafts[field] ?? '';
  const cleared = without(drafts, field);
  return typed.trim() === '' ? cleared : { ...cleared, [`${activityId}.instead.${ideaId}`]: typed };
}

/** A support that is refused must cost nobody their words. */
export function giveTypedBack(drafts: Drafts, ideaId: string, state: OutboxEntry['state']): Drafts {
  if (state !== 'refused' && state !== 'counted') return drafts;
  const kept = Object.entries(drafts).find(([key]) => key.endsWith(`.instead.${ideaId}`));
  if (kept === undefined) return drafts;
  const [key, text] = kept;
  const field = key.replace(/\.instead\..*$/, '.text');
  const cleared = without(drafts, key);
  return state === 'refused' ? { ...cleared, [field]: joined(text, drafts[field]) } : cleared;
}

/** Words that come back stand above those that were begun meanwhile: whoever is typing goes on at the end. */
export function joined(back: string, begun = ''): string {
  return begun.trim() === '' ? back : `${back}\n${begun}`;
}
