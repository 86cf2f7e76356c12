// One person's own things, for that person's devices only, and whose things a fact touches.
import type { RecordedEvent } from './events';
import type { Idea, SessionState } from './state';
import type { Mine } from './views';
import type { ActivityId, LineId, ParticipantId } from './vocabulary';

/** Undefined for somebody who has not joined. */
export function projectMine(state: SessionState, participantId: ParticipantId): Mine | undefined {
  const person = state.participants.get(participantId);
  if (person === undefined) return undefined;
  const ideas = person.ideaIds.flatMap((id) => {
    const idea = state.ideas.get(id);
    return idea === undefined ? [] : [[id, ownIdea(idea)] as const];
  });
  const actions = person.actionIds.flatMap((id) => {
    const action = state.actions.get(id);
    if (action === undefined) return [];
    const { authorId, id: _, hidden, ...own } = action;
    return [[id, { ...own, ...(hidden ? { hidden } : {}) }] as const];
  });
  const ballots: Record<ActivityId, NonNullable<Mine['ballots'][ActivityId]>> = {};
  const ballotsOf: Record<ActivityId, NonNullable<Mine['ballotsOf'][ActivityId]>> = {};
  let endorsements: Mine['endorsements'] = {};
  for (const [activityId, { vote, endorse }] of Object.entries(state.activities)) {
    const ballot = vote?.ballots.get(participantId);
    if (ballot !== undefined && 'choices' in ballot) ballots[activityId] = ballot.choices;
    else if (ballot !== undefined) ballotsOf[activityId] = ballot;
    endorsements = {
      ...endorsements,
      ...(endorse?.judgements.get(participantId) as Record<LineId, never> | undefined),
    };
  }
  return {
    groupId: person.groupId,
    ideas: Object.fromEntries(ideas),
    ballots,
    ballotsOf,
    actions: Object.fromEntries(actions),
    endorsements,
  };
}

function ownIdea({ text, lang, order, activityId, themeId, horizonId, hidden }: Idea): Mine['ideas'][string] {
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

/** The people whose own things this fact changes. `before`: the state it is about to be folded into. */
export function ownersOf(before: SessionState, event: RecordedEvent): readonly ParticipantId[] {
  switch (event.type) {
    case 'ParticipantJoined':
    case 'IdeaSubmitted':
    case 'BallotCast':
    case 'BallotWithdrawn':
    case 'ActionSubmitted':
    case 'EndorsementGiven':
    case 'EndorsementWithdrawn':
      return [event.data.participantId];
    case 'IdeaEdited':
    case 'IdeaWithdrawn':
    case 'IdeaHidden':
    case 'IdeaUnhidden':
    case 'IdeaMoved':
      return authors([before.ideas.get(event.data.ideaId)]);
    case 'ActionEdited':
    case 'ActionWithdrawn':
    case 'ActionHidden':
    case 'ActionUnhidden':
      return authors([before.actions.get(event.data.actionId)]);
    case 'ModerationUndone': {
      const entry = before.undo.find(({ seq }) => seq === event.data.undoneSeq);
      const ideas = Object.keys(entry?.ideas ?? {}).map((id) => before.ideas.get(id));
      const actions = Object.keys(entry?.actions ?? {}).map((id) => before.actions.get(id));
      return authors([...ideas, ...actions]);
    }
    default:
      return [];
  }
}

function authors(things: readonly ({ readonly authorId: ParticipantId } | undefined)[]): readonly ParticipantId[] {
  return [...new Set(things.flatMap((thing) => (thing === undefined ? [] : [thing.authorId])))];
}
