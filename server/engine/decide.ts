// The rules' front door: may this actor wish this now? Everything a command can lead to starts here.
// Pure and total: no clock, no randomness, no exception; refusals are values.

import { keepJudgedWords } from './activities/endorse/keep-judged-words';
import { rulesOf } from './activities/registry';
import type { Decision } from './activities/rules';
import { struckIdeas } from './activities/vote/standing-options';
import { settleOptions } from './activities/vote/strike';
import { decideAgenda, isOfAgenda } from './agenda';
import type { Command, ParticipantCommand } from './commands';
import { isParticipantCommand } from './commands';
import { decideUndo } from './decide-undo';
import { decideModeration } from './moderation';
import type { Rejection } from './rejection';
import { reject } from './rejection';
import type { SessionState } from './state';
import { findActivity } from './state';
import { isOvertaken } from './subjects';
import type { ActivityId, Actor, ParticipantId } from './vocabulary';

export type Wish = {
  readonly actor: Actor;
  readonly command: Command;
  /** Milliseconds since 1970; used for the end of a timer and for nothing else. */
  readonly now: number;
  /**
   * Up to which place in the log whoever wishes had looked: a facilitator's wish about something that has changed since is
   * refused `overtaken`. Missing: it is taken as it comes.
   */
  readonly seen?: number | undefined;
};

export function isRejection(decision: Decision): decision is Rejection {
  return 'rejected' in decision;
}

/** The facts this wish leads to; none when it is legal but changes nothing. */
export function decide(state: SessionState, { actor, command, now, seen }: Wish): Decision {
  if (isParticipantCommand(command)) {
    if (actor.role !== 'participant') return reject('forbidden');
    return decideParticipant(state, actor.id, command);
  }
  if (actor.role !== 'facilitator') return reject('forbidden');
  if (command.type === 'moderation.undo' || command.type === 'moderation.redo')
    return keepJudgedWords(state, actor, settleOptions(state, decideUndo(state, command, actor, now)));
  const decision = isOfAgenda(command)
    ? decideAgenda(state, command, now)
    : keepJudgedWords(state, actor, decideModeration(state, command));
  // What stands already is counted whoever was faster: a wish sent twice must not be told off.
  const changesNothing = !isRejection(decision) && decision.length === 0;
  if (seen === undefined || changesNothing) return decision;
  return isOvertaken(state, command, seen) ? reject('overtaken') : decision;
}

function decideParticipant(state: SessionState, participantId: ParticipantId, command: ParticipantCommand): Decision {
  if (state.phase === 'ended') return reject('session_ended');
  if (command.type === 'participant.join') return decideJoin(state, participantId, command.groupId);
  if (!state.participants.has(participantId)) return reject('not_joined');
  if (state.phase === 'lobby') return reject('session_not_started');
  if (command.type === 'idea.support' || command.type === 'idea.unsupport') {
    return decideSupport(state, participantId, command);
  }
  if (command.type === 'idea.withdraw') {
    const idea = state.ideas.get(command.ideaId);
    // Withdrawn already: nothing to do, and a resend must not be told off.
    if (idea === undefined || idea.authorId === null) return [];
    if (idea.authorId !== participantId) return reject('not_yours');
    const withdrawn: Decision = [{ type: 'IdeaWithdrawn', data: { ideaId: idea.id } }];
    return whileOpen(state, idea.activityId) ?? settleOptions(state, withdrawn);
  }
  if (command.type === 'action.withdraw') {
    const action = state.actions.get(command.actionId);
    if (action === undefined) return [];
    if (action.authorId !== participantId) return reject('not_yours');
    return whileOpen(state, action.activityId) ?? [{ type: 'ActionWithdrawn', data: { actionId: action.id } }];
  }
  const design = findActivity(state, command.activityId);
  if (design === undefined) return reject('unknown_activity');
  return whileOpen(state, design.id) ?? rulesOf(design).decide(state, design, participantId, command);
}

function decideSupport(
  state: SessionState,
  participantId: ParticipantId,
  { type, ideaId }: Extract<ParticipantCommand, { type: 'idea.support' | 'idea.unsupport' }>,
): Decision {
  const idea = state.ideas.get(ideaId);
  const supports = idea?.supporterIds.includes(participantId) ?? false;
  if (type === 'idea.unsupport') {
    if (idea === undefined || !supports) return [];
    const unsupported: Decision = [{ type: 'IdeaUnsupported', data: { participantId, ideaId } }];
    return whileOpen(state, idea.activityId) ?? settleOptions(state, unsupported);
  }
  if (idea === undefined) return reject('unknown_idea');
  if (supports) return [];
  if (idea.authorId === participantId) return reject('own_idea');
  // What is hidden, or struck with its option, is known to nobody but its author and the facilitator.
  if (idea.hidden || struckIdeas(state).has(ideaId)) return reject('unknown_idea');
  return whileOpen(state, idea.activityId) ?? [{ type: 'IdeaSupported', data: { participantId, ideaId } }];
}

function decideJoin(state: SessionState, participantId: ParticipantId, groupId: string): Decision {
  if (!state.design.groups.some(({ id }) => id === groupId)) return reject('unknown_group');
  const known = state.participants.get(participantId);
  if (known === undefined) return [{ type: 'ParticipantJoined', data: { participantId, groupId } }];
  return known.groupId === groupId ? [] : reject('group_fixed');
}

function whileOpen(state: SessionState, activityId: ActivityId): Rejection | undefined {
  return state.activities[activityId]?.status === 'open' ? undefined : reject('activity_closed');
}
