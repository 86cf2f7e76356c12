// Random seminars against the whole engine: the log gives the state, whoever folds it, and a wish sent twice adds nothing.
import fc from 'fast-check';
import { decide, isRejection } from '../../../../server/engine/decide';
import { evolve } from '../../../../server/engine/evolve';
import type { SessionState } from '../../../../server/engine/state';
import { initialState } from '../../../../server/engine/state';
import { decodeState, encodeState } from '../../../../server/engine/state-codec';
import { EARLIER, play, seminar } from '../../../support/random-seminar';
import { expectSame } from '../../../support/same';
import { actorOf, NOW, Session } from '../../../support/specification';
import { smallWorkshop } from '../../../support/workshop';

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

/** Through the codec, which drops what only history left in a persistent map (emptied buckets). */
function canonical(state: SessionState): SessionState | undefined {
  return decodeState(encodeState(state));
}

test('[LOG2] replaying the log gives the live state, and so does a snapshot with the facts after it', () => {
  fc.assert(
    fc.property(seminar, fc.double({ min: 0, max: 1, noNaN: true }), (steps, share) => {
      const { log, state } = play(steps);
      expectSame(canonical(log.reduce(evolve, initialState)), canonical(state));
      const cut = Math.floor(log.length * share);
      const snapshot = decodeState(encodeState(log.slice(0, cut).reduce(evolve, initialState)));
      expectSame(canonical(log.slice(cut).reduce(evolve, snapshot ?? initialState)), canonical(state));
    }),
    { numRuns: 150 },
  );
});

test('[LOG2] no fold changes the state it was given', () => {
  fc.assert(
    fc.property(seminar, (steps) => {
      const { log } = play(steps);
      log.reduce((state, event) => evolve(freeze(state), freeze(event)), freeze(initialState));
    }),
    { numRuns: 40 },
  );
});

test('[CMD1] every wish that was granted is granted again and adds nothing, if it is sent again at once', () => {
  fc.assert(
    fc.property(seminar, (steps) => {
      const session = new Session(smallWorkshop, EARLIER);
      for (const [who, command] of steps) {
        if (typeof session.wish(who, command) === 'string') continue;
        const again = decide(session.state, { actor: actorOf(who), command, now: NOW });
        // A timer's wish is relative to now, an undo names an act that is gone; ids protect both (CMD2).
        if (command.type.startsWith('moderation.') || command.type.startsWith('timer.')) continue;
        expectSame(isRejection(again) ? again.rejected : again, []);
      }
    }),
    { numRuns: 150 },
  );
});
