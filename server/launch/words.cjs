// The launcher's sentences, in the language of the system when it is Kyrgyz, Russian or English.
// Plain JavaScript, because it speaks before anything is installed.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const languages = ['ky', 'ru', 'en'];

/** @returns {string} */
function findLanguage() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const named = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  const language = named.slice(0, 2).toLowerCase();
  return languages.includes(language) ? language : 'en';
}

/** @returns {Record<string, string>} */
function readWords() {
  const file = join(__dirname, '..', '..', 'messages', findLanguage(), 'start.json');
  return JSON.parse(readFileSync(file, 'utf8')).Start;
}

/** @type {Record<string, string> | undefined} */
let words;

/**
 * @param {string} key of the namespace Start
 * @param {Record<string, string | number>} [values]
 */
function say(key, values = {}) {
  words ??= readWords();
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** Something the person at the keyboard can put right: shown as its one sentence, never as a stack. */
class StartProblem extends Error {
  /**
   * @param {string} key of the namespace Start
   * @param {Record<string, string | number>} [values]
   * @param {ErrorOptions} [options]
   */
  constructor(key, values, options) {
    super(say(key, values), options);
    this.name = 'StartProblem';
  }
}

module.exports = { say, StartProblem };
