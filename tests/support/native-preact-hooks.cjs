// See native-preact.cjs.
module.exports = process.getBuiltinModule('module').createRequire(__filename)('preact/hooks');
