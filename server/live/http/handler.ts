// The order in which the live server's routes are asked; what none of them wants goes to the pages of Next.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { RenderBusy } from '../../export/render-thread';
import { RoomElsewhere } from '../room-owner';
import type { HttpContext, Route } from './context';
import { exportRoutes } from './export-routes';
import { healthRoute } from './health-route';
import { organiserRoutes } from './organiser-routes';
import { phoneFileRoute } from './phone-files';
import { phoneRoutes } from './phone-routes';
import { protect, refuse, sendJson, sendNotAllowed, sendRefusal } from './reply';
import { rollUpRoutes } from './roll-up-routes';
import { newSessionRoute, sessionRoutes } from './session-routes';
import { workshopRoutes } from './workshop-routes';

const ROUTES: readonly Route[] = [
  healthRoute,
  newSessionRoute,
  sessionRoutes,
  exportRoutes,
  organiserRoutes,
  rollUpRoutes,
  workshopRoutes,
  phoneFileRoute,
  phoneRoutes,
];

/** Of one address: 600 phones that load the page with all its files at once, and then all of them without a socket. */
const REQUESTS = { perSecond: 1_000, burst: 10_000 };

export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Without `pages` everything else is not found. */
export function createHttpHandler(context: Omit<HttpContext, 'url' | 'caller'>, pages?: Pages): RequestListener {
  const requests = context.budgets('requests', REQUESTS);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    protect(response);
    const { url: target = '', method = '' } = request;
    // `OPTIONS *` and a proxy's absolute address name no page of ours.
    const isPath = target.startsWith('/') && URL.canParse(target, 'http://eles.invalid');
    const url = isPath ? new URL(target, 'http://eles.invalid') : undefined;
    if (url === undefined || url.host !== 'eles.invalid') return void refuse(response, 'malformed');
    const caller = context.findCaller(request.headers, request.socket);
    const owed = requests.take(caller.address);
    if (owed > 0) {
      response.setHeader('connection', 'close');
      return void sendRefusal(response, { ok: false, code: 'rate_limited', retryAfterMs: owed });
    }
    for (const route of ROUTES) if (await route(request, response, { ...context, url, caller })) return;
    if (pages !== undefined && !url.pathname.startsWith('/api/')) {
      // Next answers methods it does not know with 500 and a stack in our log.
      if (!['GET', 'HEAD', 'POST'].includes(method)) return void sendNotAllowed(response, 'GET');
      return pages(request, response);
    }
    sendJson(response, 404, { ok: false, code: 'malformed' });
  }

  return (request, response) => {
    handle(request, response).catch((error) => {
      // The reader went away in the middle: nothing to answer to. (A request is destroyed as soon as its body has been read.)
      if (response.destroyed) return;
      const isForLater = error instanceof RenderBusy || error instanceof RoomElsewhere;
      if (isForLater && !response.headersSent) return void refuse(response, 'retry');
      context.logger.error({ err: error, method: request.method }, 'a request failed');
      if (response.headersSent) response.destroy();
      else refuse(response, 'internal');
    });
  };
}
