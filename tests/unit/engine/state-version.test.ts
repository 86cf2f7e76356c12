// A snapshot made by another engine must not be read as if it were ours: whoever changes what a log folds to raises the version.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '../../../server/engine/events';
import { evolve } from '../../../server/engine/evolve';
import { initialState } from '../../../server/engine/state';
import { encodeState, STATE_VERSION } from '../../../server/engine/state-codec';

/** What the kept archives fold to by the engine of this version. A new pair, and no other digest under a number that stood. */
const FOLDED = { version: 11, digest: '9220753e07a624e6' };

test('[LOG5] what a log folds to has not changed under the number of its version', () => {
  const digest = createHash('sha256');
  for (const name of ['first-rules.eles', 'withdrawn-ballot.eles', 'second-rules.eles']) {
    const lines = readFileSync(join(__dirname, '..', '..', 'fixtures', 'archives', name), 'utf8')
      .trim()
      .split('\n');
    const facts = lines.slice(1, -1).map((line) => JSON.parse(line) as RecordedEvent);
    digest.update(encodeState(facts.reduce(evolve, initialState)));
  }
  expect({ version: STATE_VERSION, digest: digest.digest('hex').slice(0, 16) }).toEqual(FOLDED);
});
