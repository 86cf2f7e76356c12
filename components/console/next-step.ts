// The one thing a facilitator does next. Pure: from the view to the wishes that the big button sends.
import type { FacilitatorCommand } from '../../server/engine/commands';
import type { FacilitatorView } from '../../server/engine/views';
import type { ActivityId, Judged } from '../../server/engine/vocabulary';
import type { Lack } from '../activities/face';
import { facilitatorFace } from '../activities/facilitators';
import { unfinished } from './unfinished';

export type NextStep = Partial<Lack> & {
  readonly key: 'start' | 'open' | 'openShown' | 'close' | 'reveal' | 'goals' | 'next' | 'end' | 'revealLate';
  /** Sent one after the other; none for steps that need a person's choice first. */
  readonly commands: readonly FacilitatorCommand[];
  /** Of a step that is not the room's, and is therefore named. */
  readonly activityId?: ActivityId;
};

/** `judge`: what a waiting endorsement is to judge. */
export function nextStep(view: FacilitatorView, judge: Judged = 'lines'): NextStep | undefined {
  const { session, activity } = view;
  if (session.phase === 'ended') return revealLate(view);
  if (session.phase === 'lobby' || activity === undefined) {
    return { key: 'start', commands: [{ type: 'session.start' }] };
  }
  const { id: activityId, kind, status, revealed } = activity;
  const face = facilitatorFace(kind);
  if (status === 'waiting') {
    const open = { type: 'activity.open', activityId, ...face.opensWith?.(judge) } as const;
    return activity.shownOpen
      ? { key: 'openShown', commands: [open, { type: 'results.reveal', activityId }] }
      : { key: 'open', commands: [open], ...face.lackBefore?.(view, activity, judge) };
  }
  if (status === 'open') return { key: 'close', commands: [{ type: 'activity.close', activityId }] };
  if (!revealed) return { key: 'reveal', commands: [{ type: 'results.reveal', activityId }] };
  if (face.lacksGoals?.(activity)) return { key: 'goals', commands: [] };
  const following = neighbour(view, 1);
  return following === undefined
    ? { key: 'end', commands: [] }
    : { key: 'next', commands: [{ type: 'agenda.goto', activityId: following }] };
}

/** What was answered and is not shown would be in no paper for ever. */
function revealLate(view: FacilitatorView): NextStep | undefined {
  const activityId = unfinished(view).unshown[0]?.id;
  if (activityId === undefined) return undefined;
  return { key: 'revealLate', commands: [{ type: 'results.reveal', activityId }], activityId };
}

/** The activity so many places further (or back) in the agenda. */
export function neighbour(view: FacilitatorView, distance: 1 | -1): string | undefined {
  const place = view.agenda.findIndex(({ id }) => id === view.activity?.id);
  return place === -1 ? undefined : view.agenda[place + distance]?.id;
}
