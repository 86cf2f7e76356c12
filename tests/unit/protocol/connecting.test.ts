// docs/protocol/connecting.md against the code: codes, ids, tokens and the handshake.
import { normaliseJoinCode } from '../../../server/auth/join-code';
import { parseHandshake } from '../../../server/protocol/schemas';
import { TRANSPORT_REFUSALS } from '../../../server/protocol/wire';
import { json } from '../../support/example-session';
import { codesIn, type Fence, fencesOf, rowsOf, sectionOf } from '../../support/protocol-page';
import { start } from '../../support/wire-shapes/http';

describe('codes, ids and tokens', () => {
  test('typed codes mean what the page says', () => {
    for (const fence of fencesOf('codes')) {
      for (const [typed, meant] of Object.entries(json(fence))) {
        expect([typed, normaliseJoinCode(typed) ?? null]).toEqual([typed, meant]);
      }
    }
    const [typed = [], meant = []] = sectionOf('Join codes').tables[0] ?? [];
    expect(typed.length).toBeGreaterThan(15);
    for (const [at, letter] of typed.slice(1).entries()) {
      expect(normaliseJoinCode(`${letter}ABCDE`)).toBe(`${meant[at + 1]}ABCDE`);
    }
  });

  test('names of every object are no ids, and the page lists them all', () => {
    const [, , ...names] = codesIn(rowsOf('Commands', 'kind').find(([kind]) => kind === '*id*')?.[1] ?? '').slice(1);
    expect([...names].sort()).toEqual(Object.getOwnPropertyNames(Object.prototype).sort());
  });

  test('handshake, start.json and answers have exactly the fields they have', () => {
    for (const fence of fencesOf('handshake')) expect(parseHandshake(json(fence))).toEqual(json(fence));
    for (const fence of fencesOf('start')) expect(start.parse(json(fence))).toEqual(json(fence));
    for (const fence of fencesOf('refused-handshake')) {
      const { code } = json(fence).data as { code: string };
      expect(json(fence)).toEqual({ message: code, data: { code } });
    }
    const refusals = rowsOf('Handshake', 'code').map(([code]) => code);
    expect(refusals.filter((code) => !(TRANSPORT_REFUSALS as readonly unknown[]).includes(code))).toEqual([]);
    const fields = rowsOf('Handshake', 'field').map(([field]) => field as string);
    expect(fields.sort()).toEqual(Object.keys(json(fencesOf('handshake')[0] as Fence)).sort());
  });
});
