// npm runs a script through a shell that passes no signal on: killing npm would leave the server alone and alive, with
// its port and lock. So a server that was started by npm ends with npm.
const { readFileSync } = require('node:fs');

const checkEveryMs = 500;
const atStart = findAncestors();

/** This process' parent is the shell, or npm itself where the shell steps aside; on Linux npm can be seen behind it. */
function findAncestors() {
  const parent = process.ppid;
  if (process.platform !== 'linux') return `${parent}`;
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    // "pid (name) state parent …", and the name may hold anything.
    return `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return `${parent} gone`;
  }
}

/** @param {() => void} callback called once */
function onNpmGone(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const checking = setInterval(() => {
    if (findAncestors() === atStart) return;
    clearInterval(checking);
    callback();
  }, checkEveryMs);
  checking.unref();
}

module.exports = { onNpmGone };
