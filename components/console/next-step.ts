// The one thing a facilitator does next. Pure: from the view to the wishes that the big button sends.
import type { FacilitatorCommand } from '../../server/engine/commands';
import type { ActivityView, FacilitatorView } from '../../server/engine/views';
import type { HorizonId, LineKind } from '../../server/engine/vocabulary';

export type NextStep = {
  readonly key: 'start' | 'open' | 'openShown' | 'close' | 'reveal' | 'goals' | 'next' | 'end';
  /** Sent one after the other; none for steps that need a person's choice first. */
  readonly commands: readonly FacilitatorCommand[];
  /** Of this there is nothing yet that could be voted on or judged: it would be refused. */
  readonly lacks?: 'vote' | 'endorse';
};

/** Worked on before everyone's eyes: shown on the wall from the moment it opens. */
const SHOWN_WHILE_OPEN: readonly ActivityView['kind'][] = ['group', 'plan'];

export function nextStep(view: FacilitatorView): NextStep | undefined {
  const { session, activity } = view;
  if (session.phase === 'ended') return undefined;
  if (session.phase === 'lobby' || activity === undefined) {
    return { key: 'start', commands: [{ type: 'session.start' }] };
  }
  const { id: activityId, kind, status, revealed } = activity;
  if (status === 'waiting') {
    const open = { type: 'activity.open', activityId } as const;
    return SHOWN_WHILE_OPEN.includes(kind)
      ? { key: 'openShown', commands: [open, { type: 'results.reveal', activityId }] }
      : { key: 'open', commands: [open], ...lackOf(view, activity) };
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

function lackOf({ priorities, draft }: FacilitatorView, activity: ActivityView): Pick<NextStep, 'lacks'> {
  const { kind } = activity;
  if (kind === 'vote') {
    const isTaken = ({ horizonId }: { readonly horizonId: HorizonId }) => activity.horizonIds.includes(horizonId);
    return Object.values(priorities).some(isTaken) ? {} : { lacks: kind };
  }
  if (kind !== 'endorse') return {};
  const isJudged = (line: { readonly kind: LineKind }) => line.kind === 'goal' || line.kind === 'action';
  return Object.values(draft.lines).some(isJudged) ? {} : { lacks: kind };
}

/** The activity so many places further (or back) in the agenda. */
export function neighbour(view: FacilitatorView, distance: 1 | -1): string | undefined {
  const place = view.agenda.findIndex(({ id }) => id === view.activity?.id);
  return place === -1 ? undefined : view.agenda[place + distance]?.id;
}
