// Logs of every edition of the rules: what they meant when they were made they mean for ever.
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../../../server/audit/lines-of';
import { sha256 } from '../../../server/audit/node-sha256';
import { createSession } from '../../../server/engine/create-session';
import type { RecordedEvent } from '../../../server/engine/events';
import { evolve } from '../../../server/engine/evolve';
import { initialState } from '../../../server/engine/state';
import { problemOfFact } from '../../../server/protocol/fact-schema';
import { checkArchive } from '../../../server/verify/check-archive';
import { Session } from '../../support/specification';
import { smallWorkshop } from '../../support/workshop';

const archives = join(__dirname, '..', '..', 'fixtures', 'archives');
const factsOf = (name: string): readonly RecordedEvent[] =>
  readFileSync(join(archives, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1, -1)
    .map((line) => {
      const { prev: _, ...fact } = JSON.parse(line) as RecordedEvent & { readonly prev: string };
      return fact as RecordedEvent;
    });

test('[LOG7] a session made today names the edition of the rules in its first fact', () => {
  const { state, log } = new Session();
  expect(log[0]?.data).toMatchObject({ rules: 2 });
  expect(state.rules).toBe(2);
});

test.each(['first-rules.eles', 'withdrawn-ballot.eles'])('[LOG7] %s names none and goes by the first', (name) => {
  const facts = factsOf(name);
  expect(facts.map(problemOfFact).filter((why) => why !== undefined)).toEqual([]);
  expect(facts.reduce(evolve, initialState)).toMatchObject({ rules: 1, phase: 'ended' });
});

test.each(['first-rules.eles', 'withdrawn-ballot.eles', 'second-rules.eles'])(
  '[LOG7] [VER11] %s, made while its rules were those of the day, verifies as it stands',
  async (name) => {
    const open = () => linesOf(createReadStream(join(archives, name)));
    expect(await checkArchive(open, sha256)).toMatchObject({ ok: true, ended: true });
  },
);

test('[LOG7] rules of a later edition are no guess: such a log is refused', () => {
  const { data } = createSession({ sessionId: 's', code: 'ELES23', rehearsal: false, design: smallWorkshop });
  const [first] = factsOf('first-rules.eles');
  expect(problemOfFact({ ...first, data: { ...first?.data, rules: 2 } })).toBeUndefined();
  expect(problemOfFact({ ...first, data: { ...first?.data, rules: 3 } })).toContain('rules');
  expect(data).toMatchObject({ rules: 2 });
});
