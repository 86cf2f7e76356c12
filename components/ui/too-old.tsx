// Says that a page of Next cannot live in this browser. Its script is inline and of 1999, since what has to be found out is
// that the page's own scripts are not understood or did not come: without it the page would say "connecting" for ever.
import { getTranslations } from 'next-intl/server';
import { Alive } from './alive';

/** Looks for what is as young as the oldest browsers of `browserslist`: lookbehind came to Safari with 16.4. */
const TEST = `(function () {
var root = document.documentElement, fits = false;
function say(id) {
  if (root.getAttribute('data-alive') || root.getAttribute('data-failed')) return;
  root.setAttribute('data-failed', id);
  var notice = document.getElementById(id);
  if (notice) notice.removeAttribute('hidden');
}
try {
  new RegExp('(?<=a)b');
  fits = !!Object.hasOwn && !![].at && CSS.supports('height', '1dvh');
} catch (error) {}
if (!fits) document.addEventListener('DOMContentLoaded', function () { say('too-old'); });
else window.addEventListener('error', function (event) {
  if (event.error instanceof SyntaxError || (event.target && event.target.tagName === 'SCRIPT')) say('not-started');
}, true);
})();`;

export async function TooOld({ nonce }: { readonly nonce: string | undefined }) {
  const t = await getTranslations('TooOld');
  return (
    <>
      {(['too-old', 'not-started'] as const).map((id) => (
        <div key={id} id={id} className="message-page" role="alert" hidden suppressHydrationWarning>
          <h1>{t(`${id}.title`)}</h1>
          <p>{t(`${id}.text`)}</p>
        </div>
      ))}
      <noscript>
        <p className="no-script">{t('noScript')}</p>
      </noscript>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, let run by the page's nonce */}
      <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: TEST }} />
      <Alive />
    </>
  );
}
