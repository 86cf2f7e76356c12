// Taking an act back, and doing it again: whose it is, what was built on it since, and the facts that lead back.

import { rulesOf } from './activities/registry';
import type { Decision } from './activities/rules';
import { configureVote } from './activities/vote/rules';
import { isBuiltUpon, isTimer } from './acts';
import type { Event } from './events';
import { reject } from './rejection';
import type { Act, SessionState, Situation } from './state';
import { activityState } from './state';
import type { Actor } from './vocabulary';

export type TakingBack = {
  readonly type: 'moderation.undo' | 'moderation.redo';
  readonly seq: number;
  readonly theirs?: boolean | undefined;
};

export function decideUndo(
  state: SessionState,
  { type, seq, theirs }: TakingBack,
  actor: Actor,
  now: number,
): Decision {
  const undoing = type === 'moderation.undo';
  const act = (undoing ? state.acts : state.undone).find((one) => one.seq === seq);
  if (act === undefined) return reject('nothing_to_undo');
  const desk = actor.role === 'facilitator' ? actor.desk : undefined;
  if (act.desk !== desk && theirs !== true) return reject('other_desk');
  if (isBuiltUpon(state, act)) return reject('built_upon');
  const back = factsBack(state, act, now);
  if ('rejected' in back) return back;
  const taken: Event = undoing
    ? { type: 'ModerationUndone', data: { undoneSeq: seq } }
    : { type: 'ModerationRedone', data: { redoneSeq: seq } };
  return [taken, ...back];
}

/** Ideas, priorities, actions and lines are given back by the fact itself; everything else by facts as they are always written. */
function factsBack(state: SessionState, act: Act, now: number): Decision {
  const { goals, settings, light, step } = act.was;
  if (goals !== undefined) return [{ type: 'GoalsChosen', data: goals }];
  if (settings !== undefined) return configureVote(state, settings);
  if (light !== undefined) return [{ type: 'LineLit', data: light }];
  if (step === undefined) return [];
  const timer = timerBack(state, step, now);
  return isTimer(act) ? timer : [...stepsBack(state, step), ...timer];
}

/** From what the room does now to what it did before. What has been answered meanwhile is closed, never thrown away. */
function stepsBack(state: SessionState, before: Situation): readonly Event[] {
  const facts: Event[] = [];
  const each = state.design.agenda.map((design) => {
    const is = activityState(state, design.id);
    return { design, is, was: before.activities[design.id] ?? is, data: { activityId: design.id } };
  });
  for (const { is, was, data } of each) {
    const waitsAgain = was.status === 'waiting' && is.items.size === 0;
    if (is.status === 'open' && was.status !== 'open' && !waitsAgain) facts.push({ type: 'ActivityClosed', data });
  }
  if (before.current !== null && before.current !== state.current)
    facts.push({ type: 'AgendaMoved', data: { activityId: before.current } });
  for (const { design, is, was, data } of each) {
    const opens = was.status === 'open' && is.status !== 'open';
    const mustHide = opens && rulesOf(design).traits.secret;
    if (is.revealed && (!was.revealed || mustHide)) facts.push({ type: 'ResultsHidden', data });
    if (opens) facts.push({ type: 'ActivityOpened', data });
    if (!is.revealed && was.revealed && !mustHide) {
      facts.push(...(rulesOf(design).declare?.(state, design) ?? []), { type: 'ResultsRevealed', data });
    }
  }
  return facts;
}

/** A timer that would have run out meanwhile does not come back. */
function timerBack({ timer }: SessionState, { endsAt }: Situation, now: number): readonly Event[] {
  if (endsAt === (timer?.endsAt ?? null)) return [];
  if (endsAt !== null && endsAt > now) return [{ type: 'TimerStarted', data: { endsAt } }];
  return timer === null ? [] : [{ type: 'TimerStopped', data: {} }];
}
