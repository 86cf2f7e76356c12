// A server that only listens, so that the launcher's promises are tested without a session.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { run } from '../../server/launch/run';

void run(async ({ environment, databaseUrl }) => {
  if (process.env.STAND_IN === 'never up') {
    console.log('never up');
    // Keeps the process, as a server on its way up does.
    await new Promise(() => setInterval(() => {}, 60_000));
  }
  const server = createServer((_request, response) => response.end(databaseUrl));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(environment.port, environment.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    code: 'ABC234',
    facilitatorToken: 'facilitator-token',
    organiserToken: 'organiser-token',
    screenToken: 'screen-token',
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
});
