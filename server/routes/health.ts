// Says whether the server can do its work: up or down, nothing more.
import { jsonAnswer, refuse } from './answer';
import { route } from './row';
import { anybody } from './who';

const LONGEST_WAIT_MS = 2_000;

export const healthRows = [
  route({
    method: 'GET',
    path: '/api/health',
    who: anybody,
    says: 'Whether the server can do its work.',
    async answer(_scope, _input, { services: { store, logger } }) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('the database does not answer')), LONGEST_WAIT_MS);
      });
      try {
        await Promise.race([store.ping(), late]);
        return jsonAnswer(200, { ok: true });
      } catch (error) {
        logger.warn({ err: error }, 'not healthy');
        return refuse('retry');
      } finally {
        clearTimeout(timer);
      }
    },
  }),
];
