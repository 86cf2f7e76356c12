// Preact 11 is published as .mjs only, which jest's own loader cannot require. Node can: the real module is loaded once,
// outside jest's sandbox, under the name that jest.config.js maps here.
const realRequire = process.getBuiltinModule('module').createRequire(__filename);

module.exports = realRequire('preact');
