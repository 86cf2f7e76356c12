// Where a program of the system is. Plain JavaScript, because the test command asks before it can run TypeScript.
const { accessSync, constants } = require('node:fs');
const { delimiter, join } = require('node:path');

/**
 * @param {readonly string[]} names the first that is there wins
 * @returns {string | null}
 */
function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

module.exports = { findProgram };
