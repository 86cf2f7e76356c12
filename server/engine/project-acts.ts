// The acts that a desk sees: its own, to take back or do again, and those of the others.
import { isBuiltUpon } from './acts';
import { composeDraft } from './draft/compose';
import { themeLineId } from './draft/judged';
import type { Act, SessionState } from './state';
import type { ActView } from './views';

/** Of a line, or of the goals of its theme. */
const REWORDING: readonly string[] = ['LineEdited', 'LineAdded', 'LineJoined'];

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
    ...(isBuiltUpon(state, act) || isJudged(state, act) ? { builtUpon: true } : {}),
  };
}

/** People are judging words that this act has made: taking it back is refused until the step is closed. */
function isJudged(state: SessionState, { type, lineId = '' }: Act): boolean {
  if (!REWORDING.includes(type)) return false;
  const { lines } = composeDraft(state);
  const line = lines[lineId] ?? lines[state.lineWork[lineId]?.joinedInto ?? ''];
  const theme = line?.kind === 'goal' ? [themeLineId(line.themeId)] : [];
  // A line may come and go as a whole; of a theme it is one of the goals that are judged.
  const ids = type === 'LineEdited' ? [lineId, ...theme] : theme;
  return Object.values(state.activities).some(
    ({ status, endorse }) => status === 'open' && ids.some((id) => endorse?.lines.includes(id)),
  );
}
