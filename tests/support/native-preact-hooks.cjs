// See load-preact-file.cjs.
const { loadPreactFile } = require('./load-preact-file.cjs');

module.exports = loadPreactFile('hooks/dist/hooks.mjs', require);
