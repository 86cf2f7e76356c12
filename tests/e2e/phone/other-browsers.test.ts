// The phone's way in browsers that are not Chromium: the ones Debian ships.

import { firefox, webKit } from '../../support/find-other-browsers.cjs';
import { openFirefox } from '../../support/firefox';
import { type OtherBrowser, waitFor } from '../../support/other-browser';
import { openWebKit } from '../../support/webkit';
import { openVote, startSeminar } from './seminar';

async function walk(open: () => Promise<OtherBrowser>): Promise<void> {
  const seminar = await startSeminar();
  const { facilitator, facilitatorView: view } = seminar;
  try {
    const phone = await open();
    const press = async (selector: string, text: string) => phone.press(await waitFor(phone, selector, text));
    try {
      await phone.goto(`${seminar.line.url}/j/${seminar.server.code}`);
      await waitFor(phone, 'html.live', '');
      // Some machines give their browsers no language.
      const english = await phone.find('button[name=locale]:not([aria-current])', 'English');
      if (english !== null) await phone.press(english);
      await waitFor(phone, 'html.live[lang=en]', '');
      await press('button', 'We heads');
      await waitFor(phone, 'body', 'You: We heads');

      await seminar.open('ask');
      await phone.type(await waitFor(phone, 'textarea', ''), 'Schools');
      await press('button', 'Send');
      await waitFor(phone, '.own', 'Counted');
      await facilitator.until(() => Object.values(view().ideas).some(({ text }) => text === 'Schools'));

      await openVote(seminar);
      await press('button', 'Add a dot: Clean water');
      await waitFor(phone, 'body', 'Dots left: 4 of 5');
      await press('button', 'Add a dot: Clean water');
      await waitFor(phone, 'body', 'Dots left: 3 of 5');
      await waitFor(phone, '.dots-left', 'Counted');
      await facilitator.until(() => view().activity?.turnout?.voted === 1);

      await facilitator.must({ type: 'activity.close', activityId: 'vote' });
      await facilitator.must({ type: 'results.reveal', activityId: 'vote' });
      await waitFor(phone, 'h2, h3', 'Results');
      await waitFor(phone, 'body', 'Dots: 2');
    } finally {
      await phone.close();
    }
  } finally {
    await seminar.close();
  }
}

const firefoxProgram = firefox.find();
const webKitPrograms = webKit.find();

(firefoxProgram === null ? test.skip : test)(
  '[PHONE2] in Firefox a phone joins, writes, votes and sees the result',
  () => walk(() => openFirefox(firefoxProgram as string)),
  240_000,
);

(webKitPrograms === null ? test.skip : test)(
  '[PHONE2] in WebKitGTK a phone joins, writes, votes and sees the result',
  () => walk(() => openWebKit(webKitPrograms as NonNullable<typeof webKitPrograms>)),
  240_000,
);
