// The acts that a desk sees: its own, to take back or do again, and those of the others.
import { isBuiltUpon } from './acts';
import { composeDraft } from './draft/compose';
import type { Act, SessionState } from './state';
import type { ActView } from './views';

export function projectActs(state: SessionState): Readonly<Record<string, ActView>> {
  const standing = state.acts.map((act) => [String(act.seq), actView(state, act)] as const);
  const undone = state.undone.map((act) => [String(act.seq), { ...actView(state, act), undone: true }] as const);
  return Object.fromEntries([...standing, ...undone]);
}

function actView(state: SessionState, act: Act): ActView {
  const { doneAt, type, at, desk, by, more, activityId, lineId = '' } = act;
  const words = act.words ?? composeDraft(state).lines[lineId]?.text ?? state.lineWork[lineId]?.added;
  return {
    order: doneAt,
    type,
    at,
    ...(desk === undefined ? {} : { desk }),
    ...(by === undefined ? {} : { by }),
    ...(more === undefined ? {} : { more }),
    ...(activityId === undefined ? {} : { activityId }),
    ...(words === undefined ? {} : { words: { text: words.text, lang: words.lang } }),
    ...(isBuiltUpon(state, act) ? { builtUpon: true } : {}),
  };
}
