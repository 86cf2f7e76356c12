// Where cases that nobody here wrote lie: inputs and results of other code bases, lists of hostile input. They may not be copied
// into this repository; where they lie beside it, or where REFERENCE_DATA says, more tests run. Read by jest.config.js too.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = process.env.REFERENCE_DATA || join(__dirname, '..', '..', '..', 'shared', 'data');

const isThere = existsSync(folder);

/**
 * @param {string} file in that folder
 * @returns {string | undefined} what it holds
 */
function readReference(file) {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

module.exports = { folder, isThere, readReference };
