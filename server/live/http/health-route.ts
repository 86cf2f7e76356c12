// Says whether the server can do its work: up or down, nothing more.
import type { Route } from './context';
import { refuse, sendJson, sendNotAllowed } from './reply';

const LONGEST_WAIT_MS = 2_000;

export const healthRoute: Route = async (request, response, { url, store, logger }) => {
  if (url.pathname !== '/api/health') return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendNotAllowed(response, 'GET');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), LONGEST_WAIT_MS);
  });
  try {
    await Promise.race([store.ping(), late]);
    return sendJson(response, 200, { ok: true });
  } catch (error) {
    logger.warn({ err: error }, 'not healthy');
    return refuse(response, 'retry');
  } finally {
    clearTimeout(timer);
  }
};
