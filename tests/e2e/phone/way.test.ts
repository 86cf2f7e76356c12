// The real phone behind proxies that do not let WebSockets live: what the line does is one matter (live/way.test.ts), what
// the phone's bundle has made of it another.
import { startProxy } from '../../support/proxy';
import { openVote, type Seminar, startSeminar } from './seminar';

let seminar: Seminar;
beforeAll(async () => {
  seminar = await startSeminar();
  await openVote(seminar);
});
afterAll(() => seminar.close());

test.each(['swallow', 'mute', 'refuse', 'cut'] as const)(
  '[WIRE17] sockets that a proxy treats by “%s”: a phone joins and its ballot counts',
  async (habit) => {
    const proxy = await startProxy(seminar.server.port, habit);
    const page = await seminar.phone();
    await page.goto(`${proxy.url}/j/${seminar.server.code}`);
    await page.getByRole('button', { name: 'We heads' }).click();
    await page.getByRole('button', { name: 'Add a dot: Clean water' }).click();
    await page.locator('.dots-left').getByText('Counted').waitFor();
    await page.close();
    await proxy.close();
  },
);
