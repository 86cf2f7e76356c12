// While people judge lines, no act of whatever kind rewords them. One that takes a line, or a goal of a theme, out of sight may.

import { outOf, readsOtherwise, withoutGoals } from '../../draft/judged-wording';
import { wordingsNow } from '../../draft/wordings-now';
import type { RecordedEvent } from '../../events';
import { evolve } from '../../evolve';
import { reject } from '../../rejection';
import type { SessionState } from '../../state';
import type { Actor } from '../../vocabulary';
import type { Decision } from '../rules';

/** The decision, unless what it leads to reads otherwise than what is on people's phones. */
export function keepJudgedWords(state: SessionState, actor: Actor, decision: Decision): Decision {
  if ('rejected' in decision) return decision;
  const judged = Object.values(state.activities).flatMap(({ status, endorse }) =>
    status === 'open' && endorse !== undefined ? [endorse] : [],
  );
  if (judged.length === 0) return decision;
  const fact = { at: 0, actor, commandId: '' };
  const after = decision.reduce(
    (now, event) => evolve(now, { ...event, ...fact, seq: now.seq + 1 } as RecordedEvent),
    state,
  );
  const isOut = outOf(after);
  const isReworded = judged.some(({ lines, wordings }) => {
    const before = wordingsNow(state, lines);
    return Object.entries(wordingsNow(after, lines)).some(([id, now]) => {
      const [asJudged, stood] = [wordings[id], before[id]];
      if (asJudged === undefined || isOut(id, asJudged.text)) return false;
      if (!readsOtherwise(withoutGoals(asJudged, isOut), now)) return false;
      return stood === undefined || readsOtherwise(withoutGoals(stood, isOut), now);
    });
  });
  return isReworded ? reject('still_open') : decision;
}
