// What must not compile, planted: `npm run check` says when one of these lines begins to. And what the rows have in common.
import * as z from 'zod';
import type { OrganiserScope } from '../../../server/auth/scopes';
import type { FacilitatorScope } from '../../../server/auth/session-scopes';
import type { Sessions } from '../../../server/data/sessions';
import { jsonAnswer } from '../../../server/routes/answer';
import { json, type Row, route } from '../../../server/routes/row';
import { ROWS } from '../../../server/routes/table';
import { anybody, facilitator, newcomer, organiser } from '../../../server/routes/who';

declare const sessions: Sessions;
const report = (_scope: FacilitatorScope) => jsonAnswer(200, {});
const get = { method: 'GET', path: '/x/:code', says: '' } as const;

/** Never called: what counts is that each of these lines would not compile. */
function planted(): readonly Row[] {
  // @ts-expect-error a scope is made by the gate, not by hand
  const byHand: OrganiserScope = { role: 'organiser' };
  // @ts-expect-error the organiser's list cannot be had without the organiser
  void sessions.list(500);
  return [
    // @ts-expect-error nobody is named
    route({ ...get, answer: () => jsonAnswer(200, {}) }),
    // @ts-expect-error a device is no facilitator
    route({ ...get, who: newcomer, answer: (scope) => report(scope) }),
    // @ts-expect-error nor is the organiser
    route({ ...get, who: organiser, answer: (scope) => report(scope) }),
    // @ts-expect-error the path has no such name
    route({ ...get, who: anybody, answer: (_scope, { params }) => jsonAnswer(200, params.id) }),
    // @ts-expect-error the guard asks for a code, and the path has none
    route({ method: 'GET', path: '/x', says: '', who: facilitator, answer: report }),
    // @ts-expect-error the row names no such thing in its query
    route({ ...get, query: ['lang'], who: anybody, answer: (_scope, { query }) => jsonAnswer(200, query.role) }),
    route({
      ...get,
      method: 'POST',
      who: facilitator,
      body: json(z.strictObject({ title: z.string() })),
      // @ts-expect-error the body has no such field
      answer: (_scope, { body }) => jsonAnswer(200, body.name),
    }),
    // @ts-expect-error a row that nothing has checked
    { ...get, who: facilitator, answer: () => jsonAnswer(200, byHand) },
    route({ ...get, who: facilitator, answer: report }),
  ];
}

test('[WIRE20] no two rows are for the same', () => {
  const places = ROWS.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`);
  expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
});

test('[WIRE20] reading takes no body, and whatever changes something does', () => {
  for (const { method, body, path } of ROWS) expect([path, body !== undefined]).toEqual([path, method === 'POST']);
});

test('[WIRE20] what must not compile is planted above', () => {
  expect(planted).toBeInstanceOf(Function);
});
