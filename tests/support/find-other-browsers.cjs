// Which of the browsers beside Chromium this machine has, and the packages of Debian that bring them.
const { findProgram } = require('./find-program.cjs');

const firefox = {
  packages: ['firefox-esr'],
  find: () => findProgram(['firefox-esr', 'firefox']),
};

/** The driver starts WebKit's little browser; Xvfb is a display that needs no screen. */
const webKit = {
  packages: ['webkit2gtk-driver', 'xvfb'],
  find() {
    const driver = findProgram(['WebKitWebDriver']);
    const display = findProgram(['Xvfb']);
    return driver && display ? { driver, display } : null;
  },
};

module.exports = { firefox, webKit };
