// Three layers in one run; each file is transformed on its own by swc, so that the phone's
// files can name Preact as their JSX in a pragma while Next's use React.
// Types are checked by `npm run check`, not here.

const { isThere } = require('./tests/support/reference-data.cjs');

/** Packages published as ES modules only; jest's module system needs them as CommonJS. */
const esmOnly = ['next-intl', 'use-intl', 'intl-messageformat', '@formatjs', 'icu-minify', '@schummar'].join('|');

const transform = {
  '^.+\\.(ts|tsx|js|mjs)$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2023',
      },
      module: { type: 'commonjs' },
    },
  ],
};

/** @param {'unit' | 'integration' | 'e2e'} layer */
function project(layer, testMatch = [`<rootDir>/tests/${layer}/**/*.test.{ts,tsx}`]) {
  return {
    displayName: layer,
    rootDir: __dirname,
    testEnvironment: 'node',
    testMatch,
    // Cases of others are read where they lie; elsewhere there is nothing to run, and nothing to skip.
    testPathIgnorePatterns: isThere ? [] : ['/reference(-\\w+)?\\.test\\.ts$'],
    transform,
    transformIgnorePatterns: [`/node_modules/(?!(?:${esmOnly})/)`],
    moduleNameMapper: {
      '\\.module\\.css$': '<rootDir>/tests/support/css-classes.cjs',
      '^preact$': '<rootDir>/tests/support/native-preact.cjs',
      '^preact/(hooks|jsx-runtime)$': '<rootDir>/tests/support/native-preact-$1.cjs',
    },
    modulePathIgnorePatterns: ['<rootDir>/.next', '<rootDir>/.build', '<rootDir>/.data', '<rootDir>/.test'],
  };
}

module.exports = {
  projects: [
    project('unit', ['<rootDir>/tests/unit/**/*.test.{ts,tsx}', '<rootDir>/tests/architecture.test.ts']),
    project('integration'),
    project('e2e'),
  ],
  maxWorkers: 2,
  testSequencer: '<rootDir>/tests/longest-first.cjs',
  // Ends only what hangs: a busy machine is not a failure, so no test has a limit of its own (tests/support/patience.ts).
  testTimeout: 900_000,
};
