// The one thing a facilitator does next. Pure: from the view to the wishes that the big button sends.
import type { FacilitatorCommand } from '../../server/engine/commands';
import { judgedIds } from '../../server/engine/draft/judged';
import { LARGEST_MESSAGE } from '../../server/engine/limits';
import type { ActivityView, FacilitatorView } from '../../server/engine/views';
import type { ActivityId, HorizonId, Judged } from '../../server/engine/vocabulary';
import { largestBallot } from '../../server/engine/voting/methods/largest-ballot';
import { unfinished } from './unfinished';

export type NextStep = {
  readonly key: 'start' | 'open' | 'openShown' | 'close' | 'reveal' | 'goals' | 'next' | 'end' | 'revealLate';
  /** Sent one after the other; none for steps that need a person's choice first. */
  readonly commands: readonly FacilitatorCommand[];
  /** Of a step that is not the room's, and is therefore named. */
  readonly activityId?: ActivityId;
  /** It would be refused: there is nothing yet that could be voted on or judged, or more than fits into one ballot. */
  readonly lacks?: 'vote' | 'endorse' | 'tooMany';
  /** So many would fit. */
  readonly most?: number;
};

/** Worked on before everyone's eyes: shown on the wall from the moment it opens. */
const SHOWN_WHILE_OPEN: readonly ActivityView['kind'][] = ['group', 'plan'];

/** `judge`: what a waiting endorsement is to judge. */
export function nextStep(view: FacilitatorView, judge: Judged = 'lines'): NextStep | undefined {
  const { session, activity } = view;
  if (session.phase === 'ended') return revealLate(view);
  if (session.phase === 'lobby' || activity === undefined) {
    return { key: 'start', commands: [{ type: 'session.start' }] };
  }
  const { id: activityId, kind, status, revealed } = activity;
  if (status === 'waiting') {
    const open = { type: 'activity.open', activityId, ...(kind === 'endorse' ? { judge } : {}) } as const;
    return SHOWN_WHILE_OPEN.includes(kind)
      ? { key: 'openShown', commands: [open, { type: 'results.reveal', activityId }] }
      : { key: 'open', commands: [open], ...lackOf(view, activity, judge) };
  }
  if (status === 'open') return { key: 'close', commands: [{ type: 'activity.close', activityId }] };
  if (!revealed) return { key: 'reveal', commands: [{ type: 'results.reveal', activityId }] };
  if (activity.kind === 'vote' && activity.goals.length === 0 && activity.options.length > 0) {
    return { key: 'goals', commands: [] };
  }
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

function lackOf(
  { priorities, draft, themes }: FacilitatorView,
  activity: ActivityView,
  judge: Judged,
): Pick<NextStep, 'lacks' | 'most'> {
  if (activity.kind === 'endorse') return judgedIds(judge, draft.lines, themes).length > 0 ? {} : { lacks: 'endorse' };
  if (activity.kind !== 'vote') return {};
  const isTaken = (horizonId: HorizonId) => activity.horizonIds.includes(horizonId);
  const options = Object.entries(priorities).flatMap(([id, { horizonId }]) => (isTaken(horizonId) ? [id] : []));
  if (options.length === 0) return { lacks: 'vote' };
  const size = largestBallot(activity.settings.method, options);
  if (size <= LARGEST_MESSAGE) return {};
  return { lacks: 'tooMany', most: Math.floor((options.length * LARGEST_MESSAGE) / size) };
}

/** The activity so many places further (or back) in the agenda. */
export function neighbour(view: FacilitatorView, distance: 1 | -1): string | undefined {
  const place = view.agenda.findIndex(({ id }) => id === view.activity?.id);
  return place === -1 ? undefined : view.agenda[place + distance]?.id;
}
