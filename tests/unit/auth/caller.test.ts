import fc from 'fast-check';
import { createFindCaller, isNetwork } from '../../../server/auth/caller';

const OUTER = 'https://eles.example.kg';
const behind = createFindCaller({ publicUrl: OUTER, trustedProxies: ['10.0.0.1', '192.168.0.0/16', '::1'] });
const alone = createFindCaller({});
const from = (remoteAddress: string) => ({ remoteAddress });

test.each([
  ['Host kept', { host: 'eles.example.kg' }],
  ['Host with the default port', { host: 'eles.example.kg:443' }],
  ['Host rewritten to the upstream', { host: '127.0.0.1:3000' }],
  ['no Host at all', {}],
])('[WIRE4] pages of the public address are our own: %s', (_what, headers) => {
  expect(behind({ ...headers, origin: OUTER }, from('10.0.0.1'))).toMatchObject({ origin: 'own', isSecure: true });
});

test.each(['https://evil.example', 'null', `${OUTER}.evil.example`, 'http://eles.example.kg', `${OUTER}:8443`, 'x'])(
  '[WIRE4] %s is foreign',
  (origin) => {
    expect(behind({ host: '127.0.0.1:3000', origin }, from('10.0.0.1')).origin).toBe('foreign');
  },
);

test('[WIRE4] a laptop in a hall is its own under whatever address it is reached', () => {
  const headers = { host: '192.168.1.20:3000', origin: 'http://192.168.1.20:3000' };
  expect(alone(headers, from('192.168.1.33'))).toMatchObject({ origin: 'own', isSecure: false });
  expect(behind(headers, from('192.168.1.33'))).toMatchObject({ origin: 'own', isSecure: false });
});

test('[WIRE12] what is forwarded is believed from the named proxies only', () => {
  const headers = {
    host: 'upstream',
    origin: 'https://other.example',
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'other.example',
  };
  expect(behind(headers, from('::ffff:10.0.0.1'))).toMatchObject({
    address: '203.0.113.7',
    isSecure: true,
    origin: 'own',
  });
  for (const [find, peer] of [
    [behind, '203.0.113.99'],
    [alone, '127.0.0.1'],
  ] as const)
    expect(find(headers, from(peer))).toMatchObject({ address: peer, isSecure: false, origin: 'foreign' });
});

test('[WIRE12] nobody chooses the address they are counted under: only what our own proxies added counts', () => {
  fc.assert(
    fc.property(fc.array(fc.ipV4(), { maxLength: 4 }), (claimed) => {
      const headers = { 'x-forwarded-for': [...claimed, '203.0.113.7', '192.168.3.3'].join(', ') };
      expect(behind(headers, from('10.0.0.1')).address).toBe('203.0.113.7');
    }),
  );
});

test('[WIRE12] of IPv6 the network counts, since one line has all of it', () => {
  const address = (remoteAddress: string) => alone({}, from(remoteAddress)).address;
  expect(address('2001:db8:1:2:3:4:5:6')).toBe(address('2001:0db8:1:2::99'));
  expect(address('2001:db8:1:2::1')).not.toBe(address('2001:db8:1:3::1'));
  expect(address('fe80::1%eth0')).toBe(address('fe80::2'));
  expect(address('::ffff:192.0.2.1')).toBe('192.0.2.1');
});

test('proxies are named by address or network', () => {
  for (const entry of ['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8']) expect(isNetwork(entry)).toBe(true);
  for (const entry of ['proxy', '10.0.0.0/99', '', '1']) expect(isNetwork(entry)).toBe(false);
});
