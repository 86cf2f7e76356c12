// The engine knows no clock, no chance and no world: by its source, and by a whole session played where those throw.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { project } from '../../../server/engine/project';
import { projectMine } from '../../../server/engine/project-mine';
import { decodeState, encodeState } from '../../../server/engine/state-codec';
import { createSimilarityIndex } from '../../../server/engine/text/similarity-index';
import { suggestSimilar } from '../../../server/engine/text/suggest';
import { METHODS, playJudgedHall } from '../../support/judged-hall';
import { playSeminar } from '../../support/seminar';

const engine = path.join(__dirname, '../../../server/engine');

/** What says something else tomorrow, elsewhere or the next time; `localeCompare` and the rest go by the machine's language. */
const WORLD =
  /\b(Date|Temporal|performance|crypto|process|global|globalThis|window|document|navigator|console|fetch|setTimeout|setInterval|setImmediate|queueMicrotask|require|eval|Function|WeakRef|Intl|localeCompare|toLocale\w*String|toLocale(Upper|Lower)Case)\b|Math\.random|import\(/;

/** Rules answer at once. What made-up people do in a rehearsal is lent its waiting by whoever plays them. */
const WAITING = /\b(async|await|Promise)\b/;
const waits = (name: string) => path.basename(name) === 'practice.ts';

test('[LOG2] no source of the engine names the clock, chance or the world', () => {
  const sources = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(50);
  const found = sources.flatMap((name) =>
    codeOf(readFileSync(path.join(engine, name), 'utf8'))
      .split('\n')
      .filter((line) => WORLD.test(line) || (WAITING.test(line) && !waits(name)))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

/** Without comments and without what stands in quotes. */
function codeOf(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/(^|\s)\/\/.*$/gm, '');
}

/** While `run` runs, the clock, chance and the machine's time zone and language throw. */
function outOfTheWorld<Result>(run: () => Result): Result {
  const refuse = (what: string) => () => {
    throw new Error(`the engine asked for ${what}`);
  };
  class NoDate {
    constructor() {
      refuse('the time')();
    }
    static now = refuse('the time');
  }
  const before = { Date, performance, crypto, setTimeout, setInterval, setImmediate, queueMicrotask, Intl };
  const { random } = Math;
  const { localeCompare } = String.prototype;
  try {
    Math.random = refuse('chance');
    String.prototype.localeCompare = refuse('the language of the machine');
    Object.assign(globalThis, { Date: NoDate });
    for (const name of Object.keys(before).filter((one) => one !== 'Date'))
      Object.defineProperty(globalThis, name, { configurable: true, get: refuse(name) });
    return run();
  } finally {
    for (const [name, value] of Object.entries(before))
      Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
    Math.random = random;
    String.prototype.localeCompare = localeCompare;
  }
}

/** Everything the engine makes of a seminar, and of a hall by every method: state, views, and what similar ideas are found. */
function everything(): string {
  const sessions = [playSeminar(), ...METHODS.map((method) => playJudgedHall({ seed: 's', method, judge: 'lines' }))];
  const seen = sessions.map(({ state, log }) => {
    const again = encodeState(decodeState(encodeState(state)) ?? state);
    const views = (['participant', 'screen', 'facilitator'] as const).map((audience) => project(state, audience));
    const own = [...state.participants.entries()].map(([id]) => projectMine(state, id));
    const index = createSimilarityIndex();
    for (const { id, text } of state.ideas.values()) index.put(id, text);
    return { log, again, views, own, similar: suggestSimilar(index, 'Таза суу', { limit: 3 }) };
  });
  return JSON.stringify(seen);
}

test('[LOG2] whole sessions are played, folded, shown and searched with no clock and no chance, twice to the same letter', () => {
  const here = outOfTheWorld(everything);
  expect(here).toBe(everything());
  expect(here.length).toBeGreaterThan(100_000);
});

test.each<[string, () => unknown]>([
  ['the time', () => Date.now()],
  ['the time', () => new Date()],
  ['chance', () => Math.random()],
  ['performance', () => performance.now()],
  ['crypto', () => crypto.randomUUID()],
])('there %s throws', (what, ask) => {
  expect(() => outOfTheWorld(ask)).toThrow(`the engine asked for ${what}`);
  expect(ask).not.toThrow();
});
