// Random seminars against the whole engine: what views hold, what they must not, and how they follow one another.
import fc from 'fast-check';
import { evolve } from '../../../../server/engine/evolve';
import type { JsonObject } from '../../../../server/engine/patch';
import { applyPatch, diff } from '../../../../server/engine/patch';
import { project } from '../../../../server/engine/project';
import { ownersOf, projectMine } from '../../../../server/engine/project-mine';
import { receiptOf } from '../../../../server/engine/receipt';
import type { SessionState } from '../../../../server/engine/state';
import { initialState } from '../../../../server/engine/state';
import { PEOPLE } from '../../../support/random-commands';
import { play, seminar } from '../../../support/random-seminar';
import { expectSame } from '../../../support/same';

const AUDIENCES = ['participant', 'screen', 'facilitator'] as const;
/** A participant's id or an unmistakable part of it. */
const IDENTITY = /person-/;

function holdsNull(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'object' && Object.values(value).some(holdsNull);
}

test('[VIEW1] no view ever holds an identity, nobody’s own things hold another’s', () => {
  fc.assert(
    fc.property(seminar, (steps) => {
      const session = play(steps, ({ state }) => {
        for (const audience of AUDIENCES) expect(JSON.stringify(project(state, audience))).not.toMatch(IDENTITY);
      });
      for (const id of PEOPLE) {
        const mine = projectMine(session.state, id);
        const { receipt, ...things } = mine ?? {};
        if (receipt !== undefined) expect(receipt).toBe(receiptOf(id));
        expect(JSON.stringify(things)).not.toMatch(IDENTITY);
        const own = (items: object, of: SessionState['ideas'] | SessionState['actions']) =>
          Object.keys(items).every((item) => of.get(item)?.authorId === id);
        expect(own(mine?.ideas ?? {}, session.state.ideas)).toBe(true);
        expect(own(mine?.actions ?? {}, session.state.actions)).toBe(true);
      }
    }),
    { numRuns: 80 },
  );
});

test('[VIEW2] [VIEW6] patches carry every view to the next, and no view holds a null', () => {
  fc.assert(
    fc.property(seminar, (steps) => {
      const held: Record<string, JsonObject> = {};
      play(steps, ({ state }) => {
        for (const audience of AUDIENCES) {
          const view = JSON.parse(JSON.stringify(project(state, audience))) as JsonObject;
          expect(holdsNull(view)).toBe(false);
          const patch = diff(held[audience] ?? {}, view);
          if (patch !== undefined) held[audience] = applyPatch(held[audience] ?? {}, patch);
          expectSame(held[audience], view);
        }
      });
    }),
    { numRuns: 60 },
  );
});

test('[VIEW1] the people whose own things a fact changes are exactly those told', () => {
  fc.assert(
    fc.property(seminar, (steps) => {
      let before = initialState;
      for (const event of play(steps).log) {
        const after = evolve(before, event);
        const told = ownersOf(before, event);
        for (const id of PEOPLE) {
          if (!told.includes(id)) expectSame(projectMine(after, id), projectMine(before, id));
        }
        before = after;
      }
    }),
    { numRuns: 60 },
  );
});
