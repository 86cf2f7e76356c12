// See native-preact.cjs.
module.exports = require('./native-preact.cjs').loadPreactFile('hooks/dist/hooks.mjs', require);
