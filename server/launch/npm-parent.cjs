// npm cannot always pass a signal on (SIGKILL, a closed terminal): the server would stay behind alone, with its port and
// lock. So a server that was started by npm ends with npm, its parent.
const parentAtStart = process.ppid;
const checkEveryMs = 500;

/** @param {() => void} callback called once */
function onNpmGone(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const checking = setInterval(() => {
    if (process.ppid === parentAtStart) return;
    clearInterval(checking);
    callback();
  }, checkEveryMs);
  checking.unref();
}

module.exports = { onNpmGone };
