// Random seminars against the whole engine: who stands behind an idea.
import fc from 'fast-check';
import { PEOPLE } from '../../../support/random-commands';
import { play, seminar } from '../../../support/random-seminar';
import { expectSame } from '../../../support/same';
import type { Session } from '../../../support/specification';

/** Who stands behind which idea, from the log alone; an idea that neither author nor supporter holds is gone. */
function recountSupports(session: Session) {
  const standing = new Map<string, { author: string | null; supporters: Set<string> }>();
  for (const { type, data } of session.log) {
    if (type === 'IdeaSubmitted') standing.set(data.ideaId, { author: data.participantId, supporters: new Set() });
    if (type !== 'IdeaWithdrawn' && type !== 'IdeaSupported' && type !== 'IdeaUnsupported') continue;
    const idea = standing.get(data.ideaId);
    if (idea === undefined) throw new Error(`${type} of an idea that is gone`);
    if (type === 'IdeaWithdrawn') idea.author = null;
    if (type === 'IdeaSupported') idea.supporters.add(data.participantId);
    if (type === 'IdeaUnsupported') idea.supporters.delete(data.participantId);
    if (idea.author === null && idea.supporters.size === 0) standing.delete(data.ideaId);
  }
  return standing;
}

test('[SUP1] [SUP3] [SUP4] supports equal a recount of the log, nobody supports their own, and turnout follows', () => {
  let supported = 0;
  fc.assert(
    fc.property(seminar, (steps) => {
      const session = play(steps, ({ state, log }) => {
        const expected = recountSupports({ log } as Session);
        expectSame([...state.ideas.entries()].map(([id]) => id).sort(), [...expected.keys()].sort());
        for (const [id, { author, supporters }] of expected) {
          const idea = state.ideas.get(id);
          expectSame([idea?.authorId, [...(idea?.supporterIds ?? [])].sort()], [author, [...supporters].sort()]);
          expectSame(supporters.has(author ?? ''), false);
        }
        for (const person of PEOPLE) {
          const own = state.participants.get(person);
          const held = [...expected].filter(([, { supporters }]) => supporters.has(person)).map(([id]) => id);
          expectSame([...(own?.supportIds ?? [])].sort(), held.sort());
          for (const activity of ['ask', 'collect']) {
            const items = [...expected].filter(
              ([id, { author, supporters }]) =>
                state.ideas.get(id)?.activityId === activity && (author === person || supporters.has(person)),
            );
            expectSame(state.activities[activity]?.items.get(person) ?? 0, items.length);
          }
        }
      });
      supported += session.log.filter(({ type }) => type === 'IdeaSupported').length;
    }),
    { numRuns: 100 },
  );
  expect(supported).toBeGreaterThan(50);
});
