// What the organiser of a server asks it: which sessions there are, and which logs were set aside for others.
import { wholeKeys } from '../../audit/seal-signature';
import type { OrganiserSession, SetAside } from '../../protocol/organiser';
import { httpBodies } from '../../protocol/schemas';
import { jsonAnswer, organiserKept, refuse, withCookie } from '../answer';
import { archiveAnswer } from '../archive-stream';
import { isUuid } from '../is-uuid';
import { linkTo } from '../links';
import { logSetAside } from '../log-set-aside';
import { json, route } from '../row';
import { anybody, organiser } from '../who';

/** Sessions in one list. */
const LISTED = 500;

export const organiserRows = [
  route({
    method: 'POST',
    path: '/api/organiser/sign-in',
    who: anybody,
    says: 'Turns the organiser’s token into their cookie.',
    body: json(httpBodies.signIn),
    answer(_scope, { body: { token } }, { services }) {
      if (services.access.organiser({ token, cookies: new Map() }) === undefined) return refuse('unauthorised');
      return withCookie(jsonAnswer(200, { ok: true, role: 'organiser' }), organiserKept(token));
    },
  }),
  route({
    method: 'GET',
    path: '/api/organiser/sessions',
    who: organiser,
    says: 'The newest sessions, newest first.',
    async answer(scope, _input, { services }) {
      const rows = await services.sessions.list(scope, LISTED);
      const sessions = rows.map(
        ({ id, code, title, rehearsal, createdAt, endedAt, timeZone }): OrganiserSession => ({
          code,
          title,
          rehearsal,
          createdAt: createdAt.getTime(),
          ...(endedAt === undefined ? {} : { endedAt: endedAt.getTime() }),
          timeZone,
          facilitatorUrl: linkTo(scope, 'facilitator', { sessionId: id, code }, services),
        }),
      );
      return jsonAnswer(200, { ok: true, sessions });
    },
  }),
  route({
    method: 'GET',
    path: '/api/organiser/set-aside',
    who: organiser,
    says: 'Logs that gave way to others.',
    async answer(scope, _input, { services }) {
      const rows = await services.imports.listSetAside(scope, LISTED);
      const setAside = rows.map(
        ({ id, code, facts, closingHash, signatures, replacedBy, setAsideAt }): SetAside => ({
          id,
          code,
          facts,
          closingHash,
          signedBy: wholeKeys(signatures, facts),
          replacedBy,
          setAsideAt: setAsideAt.getTime(),
        }),
      );
      return jsonAnswer(200, { ok: true, setAside });
    },
  }),
  route({
    method: 'GET',
    path: '/api/organiser/set-aside/:id.eles',
    who: organiser,
    says: 'One of them, as the archive it came in with.',
    sends: 'file',
    async answer(scope, { params: { id } }, { services }) {
      const row = isUuid(id) ? await services.imports.findSetAside(scope, id) : undefined;
      if (row === undefined) return refuse('unknown_session');
      const name = `eles-${row.code}-${row.closingHash.slice(0, 8)}.eles`;
      return archiveAnswer(scope, name, await logSetAside(scope, row, services.store));
    },
  }),
];
