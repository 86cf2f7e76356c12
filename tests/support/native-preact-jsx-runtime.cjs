// See load-preact-file.cjs.
const { loadPreactFile } = require('./load-preact-file.cjs');

module.exports = loadPreactFile('jsx-runtime/dist/jsxRuntime.mjs', require);
