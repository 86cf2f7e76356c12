// See native-preact.cjs.
module.exports = require('./native-preact.cjs').loadPreactFile('jsx-runtime/dist/jsxRuntime.mjs', require);
