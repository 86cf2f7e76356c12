import { connect } from '../../support/client';
import { startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const post = (body: Record<string, string>, headers: Record<string, string>) =>
  fetch(`${server.url}/j/${server.code}/act`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en', ...headers },
    body: new URLSearchParams(body),
  });

test('[PHONE9] a browser’s form without its cookie counts nothing, says so and gives back what was typed', async () => {
  const facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'ask' });
  const idea = {
    type: 'idea.submit',
    activityId: 'ask',
    ideaId: 'x'.repeat(22),
    lang: 'en',
    draft: 'ask',
    text: 'Wells',
  };
  const answer = await post(idea, { origin: server.url });
  const html = await answer.text();
  expect(answer.status).toBe(403);
  expect(html).toContain('No cookies are kept here');
  // To be read on the page, not only in what a script would take over.
  expect(html.slice(0, html.indexOf('<script'))).toContain('Wells');
  expect(answer.headers.getSetCookie().join()).toContain('eles_device=');
  expect(facilitator.view).toMatchObject({ joined: 0, ideas: {} });
  facilitator.close();
});

test('[PHONE9] a program may begin with its post', async () => {
  const answer = await post({ type: 'participant.join', groupId: 'heads' }, {});
  expect(answer.status).toBe(303);
});
