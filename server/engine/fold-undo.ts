// Folds taking back and doing again: the act changes its list, and what was before changes place with what is.

import { rulesOf } from './activities/registry';
import { findVote, voteSettings } from './activities/vote/settings';
import { struckBefore, withStruck } from './activities/vote/struck-options';
import { changedBy, chosenIn, isTimer, situationOf } from './acts';
import { leftIn, withLanguageBefore } from './idea-language';
import { UNDO_DEPTH } from './limits';
import type { Act, ActivityState, SessionState, Taken } from './state';
import { activityState } from './state';

type Marks = { readonly seq: number; readonly commandId: string };

export function foldUndone(state: SessionState, undoneSeq: number, marks: Marks): SessionState {
  const act = state.acts.find(({ seq }) => seq === undoneSeq);
  const taken = { ...state, takingBack: marks.commandId };
  if (act === undefined) return taken;
  const { after, was } = exchange(unopened(taken, act), act, marks.seq);
  const again: Act = { ...act, doneAt: marks.seq, was: { ...was, ...steeringNow(state, act) } };
  return {
    ...after,
    acts: after.acts.filter((one) => one !== act),
    // Opening for the first time fixes what is judged, which is asked at the big button: that is not done again from here.
    undone: isFirstOpening(act) ? after.undone : [...after.undone.slice(1 - UNDO_DEPTH), again],
  };
}

export function foldRedone(state: SessionState, redoneSeq: number, marks: Marks): SessionState {
  const act = state.undone.find(({ seq }) => seq === redoneSeq);
  const taken = { ...state, takingBack: marks.commandId };
  if (act === undefined) return taken;
  const { after, was } = exchange(taken, act, marks.seq);
  const again: Act = { ...act, doneAt: marks.seq, was: { ...was, ...steeringNow(state, act) } };
  return { ...after, acts: [...after.acts, again], undone: after.undone.filter((one) => one !== act) };
}

/** Gives back what the act changed. What its author has edited or withdrawn in the meantime stays the author's. */
function exchange(state: SessionState, act: Act, seq: number): { after: SessionState; was: Taken } {
  let { ideas, priorities, actions, withdrawn } = state;
  const now: { -readonly [Kind in keyof Taken]: Record<string, unknown> } = {};
  const keep = (kind: 'ideas' | 'priorities' | 'actions' | 'lines', id: string, value: unknown) => {
    now[kind] = { ...now[kind], [id]: value };
  };
  for (const [id, before] of Object.entries(act.was.ideas ?? {})) {
    const idea = ideas.get(id);
    // Nobody's any more; but whether what it left elsewhere may be read is the desk's to say.
    const gone = withdrawn.ideas.get(id);
    if (idea === undefined && gone !== undefined) {
      keep('ideas', id, { ...before, hidden: gone.hidden });
      withdrawn = { ...withdrawn, ideas: withdrawn.ideas.set(id, { ...gone, hidden: before.hidden }) };
    }
    if (idea === undefined) continue;
    const { hidden, themeId, horizonId, priorityId } = idea;
    const { language, ...place } = before;
    const now = { hidden, themeId, horizonId, priorityId, ...(language && { language: leftIn(idea, language.was) }) };
    keep('ideas', id, now);
    const { hiddenWords, ...shown } = idea;
    // What was never hidden, as it now is, has no words that were.
    ideas = ideas.set(id, { ...(before.hidden || hiddenWords === undefined ? idea : shown), ...place });
  }
  for (const [id, before] of Object.entries(act.was.priorities ?? {})) {
    keep('priorities', id, priorities.get(id) ?? null);
    priorities = before === null ? priorities.delete(id) : priorities.set(id, before);
  }
  for (const [id, before] of Object.entries(act.was.actions ?? {})) {
    const action = actions.get(id);
    const gone = withdrawn.actions.get(id);
    if (action === undefined && gone !== undefined) {
      keep('actions', id, { hidden: gone.hidden });
      withdrawn = { ...withdrawn, actions: withdrawn.actions.set(id, { ...gone, ...before }) };
    }
    if (action === undefined) continue;
    keep('actions', id, { hidden: action.hidden });
    actions = actions.set(id, { ...action, ...before });
  }
  const lineWork = { ...state.lineWork };
  for (const [id, before] of Object.entries(act.was.lines ?? {})) {
    keep('lines', id, lineWork[id] ?? null);
    if (before === null) delete lineWork[id];
    else lineWork[id] = before;
  }
  const changedAt = changedBy(act).reduce((all, subject) => all.set(subject, seq), state.changedAt);
  const given = Object.entries(act.was.ideas ?? {}).reduce<SessionState>(
    (after, [id, before]) => withLanguageBefore(after, id, before),
    { ...state, ideas, priorities, actions, withdrawn, lineWork, changedAt },
  );
  const struck = Object.entries(act.was.options ?? {}).flatMap(([activityId, options]) =>
    Object.entries(options).map(([option, wasStruck]) => ({ activityId, option, wasStruck })),
  );
  return {
    after: struck.reduce<SessionState>((after, one) => withStruck(after, [one], one.wasStruck), given),
    was: { ...(now as Taken), ...struckBefore(state, struck) },
  };
}

function isFirstOpening({ type, activityId = '', was: { step } }: Act): boolean {
  return type === 'ActivityOpened' && step?.activities[activityId]?.status === 'waiting';
}

/** Where doing it again leads back to. */
function steeringNow(state: SessionState, { was }: Act): Taken {
  const { goals, settings, light, step } = was;
  const vote = state.activities[goals?.activityId ?? '']?.vote;
  const design = settings === undefined ? undefined : findVote(state, settings.activityId);
  return {
    ...(goals === undefined || vote === undefined ? {} : { goals: chosenIn(goals.activityId, vote) }),
    ...(settings === undefined || design === undefined
      ? {}
      : { settings: { ...settings, settings: voteSettings(state, design) } }),
    ...(light === undefined ? {} : { light: { lineId: state.litLineId } }),
    ...(step === undefined ? {} : { step: situationOf(state) }),
  };
}

/** What had been opened by the act waits again, as long as nobody has answered: its options are not fixed any more. */
function unopened(state: SessionState, act: Act): SessionState {
  const { step } = act.was;
  if (step === undefined || isTimer(act)) return state;
  const activities = state.design.agenda.map((design): [string, ActivityState] => {
    const activity = activityState(state, design.id);
    const waited = step.activities[design.id]?.status === 'waiting' && activity.status === 'open';
    if (!waited || activity.items.size > 0) return [design.id, activity];
    return [design.id, { ...(rulesOf(design).unopened?.(activity) ?? activity), status: 'waiting' }];
  });
  return { ...state, activities: Object.fromEntries(activities) };
}
