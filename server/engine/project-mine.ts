// One person's own things, for that person's devices only, and whose things a fact touches.

import { struckIdeas } from './activities/vote/standing-options';
import type { RecordedEvent, StruckOption } from './events';
import { receiptOf } from './receipt';
import type { Idea, SessionState } from './state';
import type { Mine, OwnIdeaView, SupportedIdeaView } from './views';
import type { ActivityId, IdeaId, LineId, ParticipantId } from './vocabulary';

/** Undefined for somebody who has not joined. */
export function projectMine(state: SessionState, participantId: ParticipantId): Mine | undefined {
  const person = state.participants.get(participantId);
  if (person === undefined) return undefined;
  const ideas = person.ideaIds.flatMap((id) => {
    const idea = state.ideas.get(id);
    return idea === undefined ? [] : [[id, ownIdea(idea)] as const];
  });
  const struck = struckIdeas(state);
  const supports = person.supportIds.flatMap((id) => {
    const idea = state.ideas.get(id);
    return idea === undefined || idea.hidden || struck.has(id) ? [] : [[id, writtenIdea(idea)] as const];
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
    receipt: receiptOf(participantId),
    groupId: person.groupId,
    ideas: Object.fromEntries(ideas),
    supports: Object.fromEntries(supports),
    ballots,
    ballotsOf,
    actions: Object.fromEntries(actions),
    endorsements,
  };
}

function ownIdea(idea: Idea): OwnIdeaView {
  return {
    ...writtenIdea(idea),
    ...(idea.hidden ? { hidden: true } : {}),
    ...(idea.supporterIds.length > 0 ? { supported: true } : {}),
  };
}

function writtenIdea({ text, lang, order, activityId, themeId, horizonId }: Idea): SupportedIdeaView {
  return {
    text,
    lang,
    order,
    activityId,
    ...(themeId === undefined ? {} : { themeId }),
    ...(horizonId === undefined ? {} : { horizonId }),
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
    case 'IdeaLanguageSet':
      return backers(before, [event.data.ideaId]);
    case 'OptionStruck':
    case 'OptionRestored':
      return backers(before, behindOptions(before, [event.data]));
    case 'IdeaSupported':
    case 'IdeaUnsupported':
      return [...new Set([event.data.participantId, ...authors([before.ideas.get(event.data.ideaId)])])];
    case 'ActionEdited':
    case 'ActionWithdrawn':
    case 'ActionHidden':
    case 'ActionUnhidden':
      return authors([before.actions.get(event.data.actionId)]);
    case 'ActivityOpened':
      return judgesOf(before, event.data.activityId, Object.keys(event.data.wordings ?? {}));
    case 'ModerationUndone':
    case 'ModerationRedone': {
      const [acts, named] =
        event.type === 'ModerationUndone' ? [before.acts, event.data.undoneSeq] : [before.undone, event.data.redoneSeq];
      const was = acts.find(({ seq }) => seq === named)?.was;
      const actions = Object.keys(was?.actions ?? {}).map((id) => before.actions.get(id));
      const options = Object.entries(was?.options ?? {}).flatMap(([activityId, some]) =>
        Object.keys(some).map((option) => ({ activityId, option })),
      );
      const ideaIds = [...Object.keys(was?.ideas ?? {}), ...behindOptions(before, options)];
      return [...new Set([...backers(before, ideaIds), ...authors(actions)])];
    }
    default:
      return [];
  }
}

/** Whose judgements of these lines end because their words are judged anew. */
function judgesOf(state: SessionState, activityId: ActivityId, lines: readonly LineId[]): readonly ParticipantId[] {
  const judgements = state.activities[activityId]?.endorse?.judgements;
  if (judgements === undefined || lines.length === 0) return [];
  return [...judgements.entries()].filter(([, own]) => lines.some((id) => own[id] !== undefined)).map(([id]) => id);
}

type Authored = { readonly authorId: ParticipantId | null };

function authors(things: readonly (Authored | undefined)[]): readonly ParticipantId[] {
  return [...new Set(things.flatMap((thing) => (thing?.authorId == null ? [] : [thing.authorId])))];
}

function behindOptions({ activities }: SessionState, options: readonly StruckOption[]): readonly IdeaId[] {
  return options.flatMap(({ activityId, option }) => {
    const found = activities[activityId]?.vote?.options.find(({ id }) => id === option);
    return found?.ideaIds ?? [];
  });
}

/** Authors and supporters: both have the idea among their own things. */
function backers(state: SessionState, ideaIds: readonly IdeaId[]): readonly ParticipantId[] {
  const ideas = ideaIds.map((id) => state.ideas.get(id));
  return [...new Set([...authors(ideas), ...ideas.flatMap((idea) => idea?.supporterIds ?? [])])];
}
