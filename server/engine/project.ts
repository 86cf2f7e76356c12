// The one gate through which state leaves a room: what each audience may see, and nothing else.
// No author ever appears in a view, and no result before its reveal.
import { rulesOf } from './activities/registry';
import { composeDraft } from './draft/compose';
import { openPoints } from './draft/open-points';
import type { StandingPriority } from './priorities';
import { standingPriorities, supportersShown } from './priorities';
import type { Action, Idea, SessionState } from './state';
import { activityState, findActivity } from './state';
import type {
  ActionView,
  ActivityView,
  AgendaItem,
  Audience,
  DraftView,
  FacilitatorView,
  IdeaView,
  LineView,
  ParticipantView,
  PriorityView,
  ScreenView,
  Turnout,
  View,
} from './views';
import type { ActionId, ActivityDesign, ActivityId, IdeaId, PriorityId } from './vocabulary';

export function project(state: SessionState, audience: 'participant'): ParticipantView;
export function project(state: SessionState, audience: 'screen'): ScreenView;
export function project(state: SessionState, audience: 'facilitator'): FacilitatorView;
export function project(state: SessionState, audience: Audience): View;
export function project(state: SessionState, audience: Audience): View {
  const base = sharedView(state, audience);
  const draft = projectDraft(state, audience);
  if (audience === 'participant') return { ...base, audience, ...(state.phase === 'ended' ? { draft } : {}) };
  const room = {
    joined: state.participants.size,
    joinedByGroup: Object.fromEntries(state.design.groups.map(({ id }) => [id, state.joinedByGroup[id] ?? 0])),
    ideas: projectIdeas(state, audience),
    priorities: projectPriorities(state, audience),
    actions: projectActions(state, audience),
    draft,
  };
  if (audience === 'screen') return { ...base, ...room, audience };
  const latest = state.undo[state.undo.length - 1];
  return {
    ...base,
    ...room,
    audience,
    agenda: state.design.agenda.map((design) => agendaItem(state, design)),
    ...(latest === undefined ? {} : { undo: { seq: latest.seq, type: latest.type } }),
  };
}

function sharedView(state: SessionState, audience: Audience) {
  const current = state.current === null ? undefined : findActivity(state, state.current);
  return {
    session: {
      id: state.sessionId,
      code: state.code,
      title: state.design.title,
      phase: state.phase,
      rehearsal: state.rehearsal,
      activities: state.design.agenda.length,
    },
    groups: state.design.groups,
    themes: state.design.themes,
    horizons: state.design.horizons,
    ...(current === undefined ? {} : { activity: projectActivity(state, current, audience) }),
    ...(state.timer === null ? {} : { timer: { endsAt: state.timer.endsAt } }),
  };
}

function projectActivity(state: SessionState, design: ActivityDesign, audience: Audience): ActivityView {
  const activity = activityState(state, design.id);
  const { id, title, prompt, minutes } = design;
  return {
    ...rulesOf(design).view(state, design, activity, audience),
    id,
    title,
    prompt,
    minutes,
    status: activity.status,
    revealed: activity.revealed,
    position: state.design.agenda.indexOf(design) + 1,
    ...(audience === 'participant' ? {} : { turnout: turnoutOf(state, id, audience) }),
  } as ActivityView;
}

function turnoutOf(state: SessionState, activityId: ActivityId, audience: Audience): Turnout {
  const { takers } = activityState(state, activityId);
  const perGroup = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(state.design.groups.map(({ id }) => [id, counts[id] ?? 0]));
  return {
    joined: state.participants.size,
    joinedByGroup: perGroup(state.joinedByGroup),
    voted: Object.values(takers).reduce((sum, count) => sum + count, 0),
    ...(audience === 'facilitator' ? { votedByGroup: perGroup(takers) } : {}),
  };
}

function agendaItem(state: SessionState, design: ActivityDesign): AgendaItem {
  const { status, revealed } = activityState(state, design.id);
  const { id, kind, title, minutes } = design;
  return { id, kind, title, minutes, status, revealed };
}

function isRevealed(state: SessionState, activityId: ActivityId): boolean {
  return state.activities[activityId]?.revealed ?? false;
}

function projectIdeas(state: SessionState, audience: 'screen' | 'facilitator'): Readonly<Record<IdeaId, IdeaView>> {
  const views: Record<IdeaId, IdeaView> = {};
  for (const idea of state.ideas.values()) {
    if (audience === 'screen' && (idea.hidden || !isRevealed(state, idea.activityId))) continue;
    views[idea.id] = { ...ideaView(idea), ...supportersShown([idea]) };
  }
  return views;
}

function ideaView({ text, lang, order, activityId, themeId, horizonId, hidden }: Idea): IdeaView {
  return {
    text,
    lang,
    order,
    activityId,
    ...(themeId === undefined ? {} : { themeId }),
    ...(horizonId === undefined ? {} : { horizonId }),
    ...(hidden ? { hidden } : {}),
  };
}

function projectPriorities(
  state: SessionState,
  audience: 'screen' | 'facilitator',
): Readonly<Record<PriorityId, PriorityView>> {
  const grouping = state.design.agenda.filter(({ kind }) => kind === 'group');
  if (audience === 'screen' && !grouping.some(({ id }) => isRevealed(state, id))) return {};
  return Object.fromEntries(
    standingPriorities(state).map(({ id, order, heading, themeId, horizonId, ideas, merged }) => [
      id,
      { order, heading, themeId, horizonId, ideaIds: ideas.map((idea) => idea.id), merged, ...supportersShown(ideas) },
    ]),
  );
}

function projectActions(
  state: SessionState,
  audience: 'screen' | 'facilitator',
): Readonly<Record<ActionId, ActionView>> {
  const views: Record<ActionId, ActionView> = {};
  for (const action of state.actions.values()) {
    if (audience === 'screen' && (action.hidden || !isRevealed(state, action.activityId))) continue;
    views[action.id] = actionView(action);
  }
  return views;
}

function actionView({ what, who, byWhen, means, sign, order, goalId, lang, hidden }: Action): ActionView {
  return { what, who, byWhen, means, sign, order, goalId, lang, ...(hidden ? { hidden } : {}) };
}

function projectDraft(state: SessionState, audience: Audience): DraftView {
  const { lines, gaps } = composeDraft(state);
  if (audience === 'facilitator') return { ...withOpenPoints(state, lines), gaps };
  // Once the session has ended the draft is the room's document: what moderation left in it is published.
  if (state.phase === 'ended') return withOpenPoints(state, lines);
  const priorities = new Map(standingPriorities(state).map((priority) => [priority.id, priority]));
  const published = Object.entries(lines).filter(([, line]) => isPublished(state, line, priorities));
  return withOpenPoints(state, Object.fromEntries(published));
}

function withOpenPoints(state: SessionState, lines: DraftView['lines']): DraftView {
  const open = openPoints(state, lines);
  return open.length === 0 ? { lines } : { lines, open };
}

/** Goals come from revealed votes; other lines wait until the activity they were written in is revealed. */
function isPublished(
  state: SessionState,
  { kind, trace }: LineView,
  priorities: ReadonlyMap<PriorityId, StandingPriority>,
): boolean {
  if (kind === 'goal') return true;
  if (trace.actionId !== undefined) return isRevealed(state, state.actions.get(trace.actionId)?.activityId ?? '');
  const ideas = priorities.get(trace.priorityId ?? '')?.ideas ?? [];
  return ideas.every((idea) => isRevealed(state, idea.activityId));
}
