// Folds the opening of an endorsement: which lines are judged, in which words, and what becomes of judgements of earlier words.

import { composeDraft } from '../../draft/compose';
import { judgedIds, themeLineId } from '../../draft/judged';
import { wordingsNow } from '../../draft/wordings-now';
import type { RecordedEvent } from '../../events';
import { PersistentMap } from '../../persistent-map';
import type { SessionState } from '../../state';
import { activityState, groupsOf, withActivity, withItems } from '../../state';
import type { Judged, LineId } from '../../vocabulary';
import type { Judgements } from '../../voting/methods/gradient';
import { lineOnView, withoutLines } from '../../voting/publishing/published-endorsement';
import type { EndorseState, PastJudgement } from './types';

type Opened = Extract<RecordedEvent, { type: 'ActivityOpened' }>['data'];

/** Logs that carry no wordings: they were those of the draft at this moment, which the facts before it make. */
export function foldLinesOpened(state: SessionState, { activityId, lines, judge, wordings }: Opened): SessionState {
  if (lines === undefined) return state;
  const endorse: EndorseState = {
    judge: judge ?? whatIsJudged(state, lines),
    lines,
    wordings: wordings ?? wordingsNow(state, lines),
    rounds: {},
    past: {},
    judgements: PersistentMap.empty(),
    tally: {},
  };
  return withActivity(state, activityId, { endorse });
}

function whatIsJudged({ design, ...state }: SessionState, lines: readonly LineId[]): Judged {
  if (design.themes.some(({ id }) => lines.includes(themeLineId(id)))) return 'themes';
  const all = judgedIds('lines', composeDraft({ design, ...state }).lines, design.themes);
  return all.every((id) => lines.includes(id)) ? 'lines' : 'goals';
}

/** Lines that read otherwise start anew, with what was published of them kept beside the words of then; new lines join. */
export function foldJudgedAnew(state: SessionState, { activityId, wordings = {} }: Opened): SessionState {
  const { endorse } = activityState(state, activityId);
  const ids = Object.keys(wordings);
  if (endorse === undefined || ids.length === 0) return state;
  const again = new Set(ids.filter((id) => endorse.lines.includes(id)));
  const parted = withoutJudgements(state, activityId, endorse, again);
  const publication = withoutLines(endorse.publication, again);
  return withActivity(parted, activityId, {
    endorse: {
      ...(activityState(parted, activityId).endorse ?? endorse),
      lines: [...endorse.lines, ...ids.filter((id) => !again.has(id))],
      wordings: { ...endorse.wordings, ...wordings },
      rounds: { ...endorse.rounds, ...mapped(again, (id) => (endorse.rounds[id] ?? 1) + 1) },
      past: { ...endorse.past, ...mapped(again, (id) => pastOf(state, endorse, id)) },
      ...(publication === undefined ? {} : { publication }),
    },
  });
}

function mapped<Value>(ids: Iterable<LineId>, of: (id: LineId) => Value): Readonly<Record<LineId, Value>> {
  return Object.fromEntries([...ids].map((id) => [id, of(id)]));
}

/** What was never shown is not shown later either. */
function pastOf(state: SessionState, endorse: EndorseState, id: LineId): readonly PastJudgement[] {
  const before = endorse.past[id] ?? [];
  const wording = endorse.wordings[id];
  const shown = lineOnView(endorse.publication, id, { groupOf: groupsOf(state), workshop: state.design });
  return wording === undefined || shown === undefined ? before : [...before, { wording, shown }];
}

function withoutJudgements(
  state: SessionState,
  activityId: string,
  endorse: EndorseState,
  lines: ReadonlySet<LineId>,
): SessionState {
  let after = state;
  let { judgements } = endorse;
  for (const [person, own] of endorse.judgements.entries()) {
    const kept = Object.entries(own).filter(([id]) => !lines.has(id));
    const gone = Object.keys(own).length - kept.length;
    if (gone === 0) continue;
    judgements =
      kept.length === 0 ? judgements.delete(person) : judgements.set(person, Object.fromEntries(kept) as Judgements);
    after = withItems(after, activityId, person, -gone);
  }
  const tally = Object.fromEntries(Object.entries(endorse.tally).filter(([id]) => !lines.has(id)));
  return withActivity(after, activityId, { endorse: { ...endorse, judgements, tally } });
}
