// The whole server with its pages, as a process of its own: Next does not live well inside Jest's modules.
// Kept in memory; says where it is in one line of JSON.
import next from 'next';
import { loadTemplate } from '../../prisma/templates/load';
import { createContainer, memoryStorage } from '../../server/container';
import { createLogger } from '../../server/observability/logger';

async function main(): Promise<void> {
  const container = createContainer({
    storage: memoryStorage(),
    secret: 'a secret that only tests know, long enough to be one',
    logger: createLogger({ level: 'silent' }),
  });
  const { httpServer, sessions, openSession, tokens } = container;
  const design = loadTemplate();
  const workshop = await sessions.saveWorkshop({ slug: 'test', title: design.title, design });
  const session = await openSession({ workshopId: workshop.id, design, rehearsal: process.argv[2] === 'rehearsal' });
  const pages = next({ dev: false, hostname: '127.0.0.1', port: 0, httpServer });
  await pages.prepare();
  const port = await container.listen({ host: '127.0.0.1', port: 0 }, pages.getRequestHandler());
  const link = (role: 'facilitator' | 'screen') => tokens.linkToken(role, session.sessionId);
  const place = { url: `http://127.0.0.1:${port}`, code: session.code, sessionId: session.sessionId };
  console.log(JSON.stringify({ ...place, facilitatorToken: link('facilitator'), screenToken: link('screen') }));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
