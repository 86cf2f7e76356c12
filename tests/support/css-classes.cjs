// Stylesheets mean nothing without a browser: each class of a module is named as it is written.
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : String(name)) });
