// One person's own things, for that person's devices only, and whose things a fact touches.
import { authors, backers } from './activities/ideas/backers';
import { factRules, isOfKind, mineOf, rulesOf } from './activities/registry';
import { behindOptions } from './activities/vote/standing-options';
import { elseAs } from './assert-never';
import type { RecordedEvent } from './events';
import { receiptOf } from './receipt';
import type { SessionState } from './state';
import { findActivity } from './state';
import type { Mine } from './views';
import type { ParticipantId } from './vocabulary';

/** Undefined for somebody who has not joined. */
export function projectMine(state: SessionState, participantId: ParticipantId): Mine | undefined {
  const person = state.participants.get(participantId);
  if (person === undefined) return undefined;
  return { receipt: receiptOf(participantId), groupId: person.groupId, ...mineOf(state, participantId) };
}

/** The people whose own things this fact changes. `before`: the state it is about to be folded into. */
export function ownersOf(before: SessionState, event: RecordedEvent): readonly ParticipantId[] {
  if (isOfKind(event)) {
    const { owners } = factRules(event.type) as {
      owners(before: SessionState, data: RecordedEvent['data']): readonly ParticipantId[];
    };
    return owners(before, event.data);
  }
  switch (event.type) {
    case 'ParticipantJoined':
      return [event.data.participantId];
    case 'IdeaHidden':
    case 'IdeaUnhidden':
    case 'IdeaMoved':
    case 'IdeaLanguageSet':
      return backers(before, [event.data.ideaId]);
    case 'ActionHidden':
    case 'ActionUnhidden':
      return authors([before.actions.get(event.data.actionId)]);
    case 'ActivityOpened': {
      const design = findActivity(before, event.data.activityId);
      return (design && rulesOf(design).ownersOfOpening?.(before, event.data)) ?? [];
    }
    case 'ModerationUndone':
      return ownersOfAct(before, before.acts, event.data.undoneSeq);
    case 'ModerationRedone':
      return ownersOfAct(before, before.undone, event.data.redoneSeq);
    case 'SessionCreated':
    case 'RehearsalDeclared':
    case 'SessionStarted':
    case 'SessionEnded':
    case 'AgendaMoved':
    case 'ActivityClosed':
    case 'ResultsRevealed':
    case 'ResultsHidden':
    case 'ClockJumped':
    case 'TimerStarted':
    case 'TimerStopped':
    case 'IdeasMerged':
    case 'IdeaGrouped':
    case 'PriorityRenamed':
    case 'LineEdited':
    case 'LineTranslated':
    case 'LineRelated':
    case 'LineAdded':
    case 'LineJoined':
    case 'LineDropped':
    case 'LinesOrdered':
    case 'LineLit':
    case 'ActionReported':
      return [];
    default:
      return elseAs(event, []);
  }
}

function ownersOfAct(before: SessionState, acts: SessionState['acts'], named: number): readonly ParticipantId[] {
  const was = acts.find(({ seq }) => seq === named)?.was;
  const actions = Object.keys(was?.actions ?? {}).map((id) => before.actions.get(id));
  const options = Object.entries(was?.options ?? {}).flatMap(([activityId, some]) =>
    Object.keys(some).map((option) => ({ activityId, option })),
  );
  const ideaIds = [...Object.keys(was?.ideas ?? {}), ...behindOptions(before, options)];
  return [...new Set([...backers(before, ideaIds), ...authors(actions)])];
}
