// What each audience may see of a room, and nothing else. One person's own things are in project-mine.ts, files in server/export.
// No author ever appears in a view, and no result before its reveal.
import { isGrouping } from './activities/group/is-grouping';
import { rulesOf } from './activities/registry';
import { struckIdeas } from './activities/vote/standing-options';
import { composeDraft } from './draft/compose';
import { EARLIER } from './draft/earlier';
import { earlierView } from './draft/look-back';
import { openPoints } from './draft/open-points';
import { readerLine } from './draft/reader-line';
import { oncePer } from './once';
import { secondersShown, shownPriorities, standingPriorities } from './priorities';
import { projectActs } from './project-acts';
import type { Action, ActivityState, Idea, SessionState } from './state';
import { activityState, findActivity } from './state';
import { timeZoneOf } from './time-zone';
import { named, writtenIdea } from './told';
import { tookPart } from './turnout';
import type {
  ActionView,
  ActivityView,
  AgendaItem,
  Audience,
  DeskLine,
  DraftView,
  FacilitatorView,
  IdeaView,
  ParticipantView,
  PriorityView,
  ReaderLine,
  ReadersDraft,
  ScreenView,
  Trace,
  Turnout,
  View,
} from './views';
import type { ActionId, ActivityDesign, ActivityId, IdeaId, LineId, PriorityId } from './vocabulary';

export function project(state: SessionState, audience: 'participant'): ParticipantView;
export function project(state: SessionState, audience: 'screen'): ScreenView;
export function project(state: SessionState, audience: 'facilitator'): FacilitatorView;
export function project(state: SessionState, audience: Audience): View;
export function project(state: SessionState, audience: Audience): View {
  const base = sharedView(state, audience);
  if (audience === 'participant') {
    if (state.phase !== 'ended') return { ...base, audience };
    return { ...base, audience, draftLines: Object.keys(readersDraft(state).lines).length };
  }
  const draft = audience === 'screen' ? readersDraft(state) : deskDraft(state);
  const earlier = earlierView(state);
  const room = {
    joined: state.participants.size,
    joinedByGroup: Object.fromEntries(state.design.groups.map(({ id }) => [id, state.joinedByGroup[id] ?? 0])),
    ideas: projectIdeas(state, audience),
    priorities: projectPriorities(state, audience),
    actions: projectActions(state, audience),
    draft,
    ...(earlier === undefined ? {} : { earlier }),
  };
  if (audience === 'screen') return { ...base, ...room, audience, opened: openedPlaces(state) };
  const latest = state.acts.at(-1);
  return {
    ...base,
    ...room,
    audience,
    agenda: state.design.agenda.map((design) => agendaItem(state, design)),
    steps: otherSteps(state),
    ...(latest === undefined ? {} : { undo: { seq: latest.seq, type: latest.type } }),
    acts: projectActs(state),
    ...(state.clockJump === null ? {} : { clockJump: state.clockJump }),
  };
}

function sharedView(state: SessionState, audience: Audience) {
  // The last step stays on the wall; a phone would carry hundreds of options or lines that it no longer shows.
  const isOver = audience === 'participant' && state.phase === 'ended';
  const current = state.current === null || isOver ? undefined : findActivity(state, state.current);
  return {
    session: {
      id: state.sessionId,
      code: state.code,
      title: state.design.title,
      phase: state.phase,
      rehearsal: state.rehearsal,
      timeZone: timeZoneOf(state.design),
      activities: state.design.agenda.length,
    },
    groups: named(state.design.groups),
    themes: named(state.design.themes),
    horizons: named(state.design.horizons),
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
    ...(audience === 'participant' ? {} : rulesOf(design).traits),
    // While people answer, a phone would be sent every one of them.
    ...(audience === 'participant' && !(activity.revealed && rulesOf(design).countedOnPhones)
      ? {}
      : { turnout: turnoutOf(state, id, audience) }),
  } as ActivityView;
}

/** A step that nobody touches keeps its state, and results are the dearest part of this view. */
const keptOfDesk = oncePer(
  (_: ActivityState, state: SessionState, design: ActivityDesign) => projectActivity(state, design, 'facilitator'),
  // A heading of hidden words reads otherwise.
  ({ ideas, withdrawn }) => [ideas, withdrawn],
);

function otherSteps(state: SessionState): FacilitatorView['steps'] {
  const others = state.design.agenda.filter(({ id }) => id !== state.current);
  return Object.fromEntries(
    others.map((design) => {
      const activity = activityState(state, design.id);
      if (!rulesOf(design).keepsView?.(activity)) return [design.id, projectActivity(state, design, 'facilitator')];
      const turnout = turnoutOf(state, design.id, 'facilitator');
      return [design.id, { ...keptOfDesk(activity, state, design), turnout }];
    }),
  );
}

function openedPlaces({ design, activities }: SessionState): readonly number[] {
  return design.agenda.flatMap(({ id }, index) =>
    (activities[id]?.status ?? 'waiting') === 'waiting' ? [] : index + 1,
  );
}

function turnoutOf(state: SessionState, activityId: ActivityId, audience: Audience): Turnout {
  const { joined, joinedByGroup, voted, votedByGroup } = tookPart(state, activityId);
  if (audience === 'participant') return { joined, joinedByGroup: {}, voted };
  return { joined, joinedByGroup, voted, ...(audience === 'facilitator' ? { votedByGroup } : {}) };
}

function agendaItem(state: SessionState, design: ActivityDesign): AgendaItem {
  const { status, revealed } = activityState(state, design.id);
  const { id, kind, title, minutes } = design;
  return {
    id,
    kind,
    title,
    minutes,
    status,
    revealed,
    ...('horizonIds' in design ? { horizonIds: design.horizonIds } : {}),
  };
}

function isRevealed(state: SessionState, activityId: ActivityId): boolean {
  return state.activities[activityId]?.revealed ?? false;
}

function projectIdeas(state: SessionState, audience: 'screen' | 'facilitator'): Readonly<Record<IdeaId, IdeaView>> {
  const views: Record<IdeaId, IdeaView> = {};
  const struck = struckIdeas(state);
  for (const idea of state.ideas.values()) {
    const isOut = idea.hidden || struck.has(idea.id);
    if (audience === 'screen' && (isOut || !isRevealed(state, idea.activityId))) continue;
    views[idea.id] = { ...ideaView(idea), ...secondersShown([idea]) };
  }
  return views;
}

function ideaView(idea: Idea): IdeaView {
  return { ...writtenIdea(idea), ...(idea.hidden ? { hidden: true } : {}) };
}

function projectPriorities(
  state: SessionState,
  audience: 'screen' | 'facilitator',
): Readonly<Record<PriorityId, PriorityView>> {
  const grouping = state.design.agenda.filter(isGrouping);
  if (audience === 'screen' && !grouping.some(({ id }) => isRevealed(state, id))) return {};
  const standing = audience === 'screen' ? shownPriorities(state) : standingPriorities(state);
  return Object.fromEntries(
    standing.map(({ id, order, heading, themeId, horizonId, ideas, merged }) => [
      id,
      { order, heading, themeId, horizonId, ideaIds: ideas.map((idea) => idea.id), merged, ...secondersShown(ideas) },
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

function deskDraft(state: SessionState): DraftView {
  const { lines, gaps, dropped } = composeDraft(state);
  return { ...draftOf(state, lines), gaps, ...(dropped.length === 0 ? {} : { dropped }) };
}

function readersDraft(state: SessionState): ReadersDraft {
  // Once the session has ended the draft is the room's document: what moderation left in it is published.
  const isShown = state.phase === 'ended' ? () => true : publishedLines(state);
  const shown = Object.values(composeDraft(state).lines).filter(({ kind, trace }) => isShown(kind, trace));
  const ids = new Set(shown.map(({ id }) => id));
  const lines = shown.map((line) =>
    readerLine(
      line,
      (id) => ids.has(id),
      ({ trace }) => isShown(line.kind, trace),
    ),
  );
  return draftOf(state, Object.fromEntries(lines.map((line) => [line.id, line])));
}

function draftOf<Line extends ReaderLine>(state: SessionState, lines: Readonly<Record<LineId, Line>>) {
  const open = openPoints(state, lines);
  const { litLineId } = state;
  const { themes } = composeDraft(state);
  return {
    lines,
    ...(Object.keys(themes).length === 0 ? {} : { themes }),
    ...(open.length === 0 ? {} : { open }),
    ...(litLineId !== null && (litLineId === EARLIER || lines[litLineId] !== undefined) ? { lit: litLineId } : {}),
  };
}

type IsShown = (kind: DeskLine['kind'], trace: Trace) => boolean;

/** Goals come from revealed votes; other lines wait until the activity that what is behind them was written in is revealed. */
function publishedLines(state: SessionState): IsShown {
  const priorities = new Map(shownPriorities(state).map((priority) => [priority.id, priority]));
  return (kind, { actionId, priorityId = '' }) => {
    if (kind === 'goal') return true;
    if (actionId !== undefined) return isRevealed(state, state.actions.get(actionId)?.activityId ?? '');
    const ideas = priorities.get(priorityId)?.ideas ?? [];
    return ideas.every((idea) => isRevealed(state, idea.activityId));
  };
}
