// How a page renews itself where the phone's script does not live: too old a browser, a script that never came or that
// failed. Plain words of 1999, inline in the HTML and named by its hash in the page's policy, so that nothing can keep it
// from running but scripts being off; for that there is a `meta` refresh.

/**
 * Every ten seconds: has the room gone on? Never while something is typed or chosen that was not sent. The address stays
 * whole: it names what was refused and is to come back into its field.
 */
export const RENEWAL_SCRIPT = `(function () {
var root = document.documentElement, step = root.getAttribute('data-step');
function busy() {
  var fields = document.querySelectorAll('textarea,input'), i, field;
  if ((' ' + root.className + ' ').indexOf(' live ') !== -1) return true;
  for (i = 0; i < fields.length; i++) {
    field = fields[i];
    if (/radio|checkbox/.test(field.type) ? field.checked !== field.defaultChecked
      : field === document.activeElement || field.value !== field.defaultValue) return true;
  }
  return false;
}
setInterval(function () {
  if (busy()) return;
  var ask = new XMLHttpRequest();
  ask.onload = function () {
    if (ask.status === 200 && ask.responseText !== step && !busy())
      location.replace(location.pathname + location.search);
  };
  ask.open('GET', location.pathname.replace(/\\/$/, '') + '/step');
  ask.send();
}, 10000);
})();`;
