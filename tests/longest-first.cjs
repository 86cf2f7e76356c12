// The longest test files first, so that no worker is left alone with one at the end. Jest remembers how long each took, but a
// fresh clone has nothing to remember, and then goes by the size of files, which says little: these few are named. The base class
// comes with jest, whose own it is.
const { default: Sequencer } = require(require.resolve('@jest/test-sequencer', { paths: [require.resolve('jest')] }));

const LONGEST = [
  'e2e/screen/wall-layout',
  'integration/rehearsal/every-method',
  'e2e/phone/accessibility',
  'e2e/console/console',
  'integration/durability/kills',
  'e2e/console/writing',
  'e2e/phone/other-browsers',
  'integration/rehearsal/rehearse',
  'e2e/screen/wall',
  'unit/export/percentages',
  'e2e/phone/old-browsers',
  'unit/browsers',
  'integration/live/flood',
  'unit/engine/random/views',
  'unit/export/hidden-words',
  'unit/voting/few-answers',
];

/** @param {string} path */
function placeOf(path) {
  const place = LONGEST.findIndex((name) => path.replaceAll('\\', '/').endsWith(`/tests/${name}.test.ts`));
  return place < 0 ? LONGEST.length : place;
}

module.exports = class LongestFirst extends Sequencer {
  /** @param {{ path: string }[]} tests */
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => placeOf(a.path) - placeOf(b.path));
  }
};
