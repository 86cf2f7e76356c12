import { clockText } from '../../../components/live/countdown';
import { readSignInLink } from '../../../components/live/sign-in';
import { spacedCode, typedAddress } from '../../../components/wall/join-address';
import { preferredLocale } from '../../../i18n/locale';

test('a browser’s languages are taken in the order of their weights', () => {
  expect(preferredLocale('de, en;q=0.5, ru;q=0.9')).toBe('ru');
  expect(preferredLocale('ky-KG,ru;q=0.8')).toBe('ky');
  expect(preferredLocale('ru;q=0, en;q=0.1')).toBe('en');
  expect(preferredLocale('tr, de')).toBeUndefined();
  expect(preferredLocale(null)).toBeUndefined();
});

test('a clock shows minutes, and hours only when there are any', () => {
  expect([0, 9, 61, 3599, 3605].map(clockText)).toEqual(['0:00', '0:09', '1:01', '59:59', '1:00:05']);
});

test('a sign-in link is read from a whole address, a path or the bare key', () => {
  const token = 'abcDEF-123_456789xyz';
  expect(readSignInLink(` http://10.0.0.5:3000/console/ABC234#${token} `, 'XYZ789')).toEqual({ code: 'ABC234', token });
  expect(readSignInLink(`/console/ABC234#${token}`, 'XYZ789')).toEqual({ code: 'ABC234', token });
  expect(readSignInLink(token, 'XYZ789')).toEqual({ code: 'XYZ789', token });
  expect(readSignInLink('hello', 'XYZ789')).toBeUndefined();
  expect(readSignInLink('http://10.0.0.5/console/ABC234#', 'XYZ789')).toBeUndefined();
});

test('the wall shows an address to type without scheme and path, and a code in two halves', () => {
  expect(typedAddress('http://192.168.1.24:3000/j/ABC234')).toBe('192.168.1.24:3000');
  expect(spacedCode('ABC234')).toBe('ABC 234');
});
