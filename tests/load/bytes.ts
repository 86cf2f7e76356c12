// What a phone is sent in a large hall, by the rules themselves: the view, the change that each step of the agenda makes to
// it, and the page. `node server/launch/tool.mjs tests/load/bytes.ts [PEOPLE] [IDEAS] [ACTIONS]`
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { renderParticipantPage } from '../../components/live/phone/html';
import { createWords } from '../../components/live/phone/parts/words';
import { messagesIn } from '../../i18n/messages';
import { evolve } from '../../server/engine/evolve';
import { diff, type JsonObject } from '../../server/engine/patch';
import { project } from '../../server/engine/project';
import { projectMine } from '../../server/engine/project-mine';
import { initialState } from '../../server/engine/state';
import { playCrowd } from '../support/crowd';

const [people = 1_000, ideas = 60, actions = 400] = process.argv.slice(2).map(Number);
const words = createWords(messagesIn('ky'));
const kB = (text: string | Buffer) => `${(Buffer.byteLength(text) / 1_000).toFixed(1)} kB`.padStart(12);
const STEPS = ['ActivityOpened', 'ActivityClosed', 'ResultsRevealed'];

const session = playCrowd({ people, method: 'dots', words: 'short', ideas, actions });
console.log(''.padEnd(32), ...['view', 'gzip', 'change', 'gzip', 'page, gzip'].map((head) => head.padStart(12)));
let state = initialState;
for (const event of session.log) {
  const before = state;
  state = evolve(state, event);
  if (!STEPS.includes(event.type) || !('activityId' in event.data)) continue;
  const view = project(state, 'participant');
  const change = JSON.stringify(
    diff(project(before, 'participant') as unknown as JsonObject, view as unknown as JsonObject),
  );
  const mine = projectMine(state, 'person-1');
  const page = renderParticipantPage(
    {
      locale: 'ky',
      code: 'ELES23',
      nonce: 'nonce',
      now: 0,
      rev: state.seq,
      view,
      drafts: {},
      ...(mine === undefined ? {} : { mine }),
    },
    words,
    { style: '/phone.css', scripts: ['/phone.js'] },
  );
  const json = JSON.stringify(view);
  console.log(
    `${event.type} ${event.data.activityId}`.padEnd(32),
    kB(json),
    kB(gzipSync(json)),
    kB(change),
    kB(gzipSync(change)),
    kB(gzipSync(page)),
  );
}
