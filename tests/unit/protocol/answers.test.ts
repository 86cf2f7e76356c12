// docs/protocol/answers.md and http.md against the code: acks, refusals, bodies of HTTP.

import type { JsonObject } from '../../../server/engine/patch';
import { REJECTION_CODES } from '../../../server/engine/rejection';
import { httpBodies } from '../../../server/protocol/schemas';
import { TEMPORARY_REFUSALS, TRANSPORT_REFUSALS } from '../../../server/protocol/wire';
import { statusOf } from '../../../server/routes/answer';
import { json, viewAt } from '../../support/example-session';
import { type Fence, fencesOf, rowsOf } from '../../support/protocol-page';
import { http } from '../../support/wire-shapes/http';
import { counted, refused } from '../../support/wire-shapes/messages';

const REFUSALS = [...REJECTION_CODES, ...TRANSPORT_REFUSALS] as readonly string[];

describe('answers', () => {
  test('acks are acks', () => {
    expect(fencesOf('ack').length).toBeGreaterThan(3);
    for (const fence of fencesOf('ack')) {
      const shape = json(fence).ok === true ? counted : refused;
      expect(shape.parse(json(fence))).toEqual(json(fence));
      if (json(fence).ok === false) expect(REFUSALS).toContain(json(fence).code);
    }
  });

  test('the table of refusals is that of the code: codes, whether they pass, and statuses', () => {
    const rows = rowsOf('Refusals', 'code').map(([code, kind, status]) => [code, kind, status]);
    const expected = REFUSALS.map((code) => [
      code,
      (TEMPORARY_REFUSALS as readonly string[]).includes(code) ? 'temporary' : 'final',
      String(statusOf(code as (typeof TRANSPORT_REFUSALS)[number])),
    ]);
    expect([...rows].sort()).toEqual(expected.sort());
  });

  test('HTTP bodies and answers have exactly the fields they have', () => {
    const requests: Readonly<Record<string, { parse(value: unknown): unknown }>> = {
      'join-request': httpBodies.join,
      'sign-in-request': httpBodies.signIn,
      'new-session-request': httpBodies.newSession,
    };
    const shapesOf = { ...http, ...requests } as Readonly<Record<string, { parse(value: unknown): unknown }>>;
    const names = fencesOf('http').map(({ of }) => of[0] as string);
    expect([...names].sort()).toEqual(Object.keys(shapesOf).sort());
    for (const fence of fencesOf('http'))
      expect(shapesOf[fence.of[0] as string]?.parse(json(fence))).toEqual(json(fence));
    const { snapshot } = json(fencesOf('http').find(({ of }) => of[0] === 'join') as Fence) as { snapshot: JsonObject };
    expect(snapshot.view).toEqual(viewAt(Number(snapshot.rev), 'participant'));
  });
});
