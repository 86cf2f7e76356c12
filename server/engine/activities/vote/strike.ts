// Taking an option out of a vote and bringing it back: what is right now, and which outcomes are declared anew by it.

import type { FacilitatorCommand } from '../../commands';
import type { Event, RecordedEvent, StruckOption } from '../../events';
import { evolve } from '../../evolve';
import { reject } from '../../rejection';
import type { SessionState } from '../../state';
import type { IdeaId } from '../../vocabulary';
import { rulesOf } from '../registry';
import type { Decision } from '../rules';
import { findVote } from './settings';
import { isStruck, isWordless } from './standing-options';

type Strike = Extract<FacilitatorCommand, { type: 'option.strike' | 'option.restore' }>;

export function decideStrike(state: SessionState, { type, activityId, option: id }: Strike): Decision {
  if (findVote(state, activityId) === undefined) return reject('unknown_activity');
  const vote = state.activities[activityId]?.vote;
  const option = vote?.options.find((one) => one.id === id);
  if (vote === undefined || option === undefined) return reject('unknown_option');
  const strike = type === 'option.strike';
  if (isStruck(vote, id) === strike) return [];
  if (!strike && isWordless(state, option)) return reject('words_hidden');
  return withOutcomes(state, [{ type: strike ? 'OptionStruck' : 'OptionRestored', data: { activityId, option: id } }]);
}

/** Hiding the last words behind an option of a vote takes the option out in the same act. */
export function decideHiding(state: SessionState, ideaId: IdeaId): Decision {
  const strikes = wordless(evolve(state, recorded(state, { type: 'IdeaHidden', data: { ideaId } })));
  return withOutcomes(state, [{ type: 'IdeaHidden', data: { ideaId, ...(strikes.length === 0 ? {} : { strikes }) } }]);
}

/** Taking back, doing again and an author's letting go may leave an option with nothing but hidden words behind it. */
export function settleOptions(state: SessionState, decision: Decision): Decision {
  if ('rejected' in decision) return decision;
  const after = decision.reduce((before, event) => evolve(before, recorded(before, event)), state);
  const strikes = wordless(after).map((data): Event => ({ type: 'OptionStruck', data }));
  return withOutcomes(state, [...decision, ...strikes]);
}

function wordless(state: SessionState): readonly StruckOption[] {
  return state.design.agenda.flatMap(({ id: activityId }) => {
    const vote = state.activities[activityId]?.vote;
    return (vote?.options ?? [])
      .filter((option) => vote !== undefined && !isStruck(vote, option.id) && isWordless(state, option))
      .map(({ id }) => ({ activityId, option: id }));
  });
}

/** Of revealed votes that the facts leave with other options, the outcome as it then is. */
function withOutcomes(state: SessionState, events: readonly Event[]): readonly Event[] {
  const after = events.reduce((before, event) => evolve(before, recorded(before, event)), state);
  const outcomes = state.design.agenda.flatMap((design) => {
    const { vote, revealed } = after.activities[design.id] ?? {};
    const same = vote?.struck === state.activities[design.id]?.vote?.struck;
    return !revealed || same ? [] : (rulesOf(design).declare?.(after, design) ?? []);
  });
  return [...events, ...outcomes];
}

/** Only to look ahead: what is recorded in the end gets its true place and time. */
function recorded({ seq }: SessionState, event: Event): RecordedEvent {
  return { ...event, seq: seq + 1, at: 0, actor: { role: 'facilitator' }, commandId: '' };
}
