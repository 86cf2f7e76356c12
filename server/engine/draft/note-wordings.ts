// Notes when the words of a line last changed, and by whom: beside a judgement of other words a reader is told. Folded with every
// fact that can reword a line, whatever it is, so that no way of changing words is forgotten.
import type { RecordedEvent } from '../events';
import { recordedBy } from '../recorded-by';
import type { SessionState, WordingChange } from '../state';
import type { LineId } from '../vocabulary';
import { composeDraft } from './compose';
import { themeLineId } from './judged';
import { isReworded } from './judged-wording';
import { wordingsNow } from './wordings-now';

export function noteWordings(before: SessionState, after: SessionState, event: RecordedEvent): SessionState {
  if (!canReword(before, after, event)) return after;
  const tidied = after.tidied + (before.phase === 'ended' ? 1 : 0);
  const ids = [...Object.keys(composeDraft(after).lines), ...after.design.themes.map(({ id }) => themeLineId(id))];
  const [then, now] = [wordingsNow(before, ids), wordingsNow(after, ids)];
  const changed = ids.filter((id) => {
    const [old, current] = [then[id], now[id]];
    if (current === undefined) return false;
    // A line that was split from another one has its trace.
    if (old === undefined) return event.type === 'LineAdded';
    return isReworded(old, current) || isReworded(current, old);
  });
  const change = changeBy(event);
  const changes = Object.fromEntries(changed.map((id): [LineId, WordingChange] => [id, change]));
  return { ...after, tidied, wordingChanges: { ...after.wordingChanges, ...changes } };
}

/** What a draft is composed of has changed, after something was voted on or judged. */
function canReword(before: SessionState, after: SessionState, { actor }: RecordedEvent): boolean {
  const isJudged = Object.values(before.activities).some(
    ({ vote, endorse }) => vote !== undefined || endorse !== undefined,
  );
  if ((!isJudged && before.phase !== 'ended') || before === after) return false;
  return (
    before.lineWork !== after.lineWork ||
    before.ideas !== after.ideas ||
    before.withdrawn !== after.withdrawn ||
    before.priorities !== after.priorities ||
    before.actions !== after.actions ||
    (actor.role === 'facilitator' && before.activities !== after.activities)
  );
}

function changeBy({ at, seq, actor }: RecordedEvent): WordingChange {
  if (actor.role === 'participant') return { at, seq, author: true };
  return { seq, ...recordedBy({ at, actor }) };
}
