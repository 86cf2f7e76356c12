// Preact 11 is published as .mjs only, which jest's own loader refuses and, standing between tests and Node's, keeps
// Node from loading either. So its files are turned into CommonJS here, under the names that jest.config.js maps.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const folder = join(__dirname, '..', '..', 'node_modules', 'preact');

/** @param {string} file @param {NodeRequire} load resolves `preact` to this very module, so that there is one Preact */
function loadPreactFile(file, load) {
  const source = readFileSync(join(folder, file), 'utf8');
  const { code } = transformSync(source, { module: { type: 'commonjs' }, jsc: { target: 'es2023' }, swcrc: false });
  const exports = {};
  new Function('exports', 'require', code)(exports, load);
  return exports;
}

module.exports = { loadPreactFile };
