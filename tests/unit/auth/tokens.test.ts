import { createTokens, isDeviceToken, newDeviceToken } from '../../../server/auth/tokens';

const tokens = createTokens('x'.repeat(32));

test('[JOIN3] the same device is the same participant of a session, and another one of the next', () => {
  const device = newDeviceToken();
  expect(tokens.participantId('s1', device)).toBe(tokens.participantId('s1', device));
  expect(tokens.participantId('s1', device)).not.toBe(tokens.participantId('s2', device));
  expect(tokens.participantId('s1', device)).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(tokens.participantId('s1', device)).not.toContain(device.slice(0, 8));
});

test('a link opens its own role and session only', () => {
  const token = tokens.linkToken('screen', 's1');
  expect(tokens.fits(token, 'screen', 's1')).toBe(true);
  expect(tokens.fits(token, 'facilitator', 's1')).toBe(false);
  expect(tokens.fits(token, 'screen', 's2')).toBe(false);
  expect(tokens.fits('', 'screen', 's1')).toBe(false);
  expect(createTokens('y'.repeat(32)).fits(token, 'screen', 's1')).toBe(false);
});

test('a short secret is refused', () => {
  expect(() => createTokens('secret')).toThrow(/at least 32/);
});

test.each([undefined, null, '', 'short', {}, ['a'], 'x'.repeat(23), `${'x'.repeat(21)}=`])(
  '%p is no device token',
  (value) => {
    expect(isDeviceToken(value)).toBe(false);
  },
);
