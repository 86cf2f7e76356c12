import { JOIN_CODE_ALPHABET, NEW_CODE_ALPHABET, newJoinCode, normaliseJoinCode } from '../../../server/auth/join-code';

test.each([
  ['k7m-2pq', 'K7M2PQ'],
  [' K7 M2 PQ ', 'K7M2PQ'],
  ['K7M–2PQ', 'K7M2PQ'],
  ['К7М2РХ', 'K7M2PX'],
  ['авсенк', 'ABCEHK'],
  ['ҮТРМХУ', 'YTPMXY'],
  ['Ｋ７Ｍ２ＰＱ', 'K7M2PQ'],
  ['K7M\u200b2PQ', 'K7M2PQ'],
  ['http://192.168.1.20:3000/j/K7M2PQ', 'K7M2PQ'],
  ['192.168.1.20:3000/j/k7m2pq?outcome=x#top', 'K7M2PQ'],
  ['https://eles.kg/?code=K7M2PQ', 'K7M2PQ'],
  ['#K7M2PQ', 'K7M2PQ'],
  ['«K7M2PQ»', 'K7M2PQ'],
  ['“K7M2PQ”,', 'K7M2PQ'],
  ['(K7M2PQ).', 'K7M2PQ'],
])('[CODE2] %s is read as %s', (typed, code) => {
  expect(normaliseJoinCode(typed)).toBe(code);
});

test.each(['', 'K7M2P', 'K7M2PQQ', 'K7M2P0', 'K7M2PI', 'ЖЖЖЖЖЖ', '../../', '%00%00', 'x'.repeat(10_000)])(
  '%s cannot be a code',
  (typed) => {
    expect(normaliseJoinCode(typed)).toBeUndefined();
  },
);

test('every new code is its own normal form, in capitals and in small letters', () => {
  for (let i = 0; i < 500; i += 1) {
    const code = newJoinCode();
    expect(normaliseJoinCode(code)).toBe(code);
    expect(normaliseJoinCode(code.toLowerCase())).toBe(code);
  }
});

test('no letter of the alphabet can be taken for another one', () => {
  for (const letter of '0O1IL') expect(JOIN_CODE_ALPHABET).not.toContain(letter);
  expect(new Set(JOIN_CODE_ALPHABET).size).toBe(JOIN_CODE_ALPHABET.length);
});

test('[CODE1] a new code holds no letter that a Russian keyboard lacks, and reads the same typed on either', () => {
  const twins: Readonly<Record<string, string>> = {
    A: 'А',
    C: 'С',
    E: 'Е',
    H: 'Н',
    K: 'К',
    M: 'М',
    P: 'Р',
    T: 'Т',
    X: 'Х',
    Y: 'У',
  };
  for (const sign of NEW_CODE_ALPHABET) expect(/\d/.test(sign) || sign in twins).toBe(true);
  for (let i = 0; i < 300; i += 1) {
    const code = newJoinCode();
    const russian = [...code].map((sign) => twins[sign] ?? sign).join('');
    expect(normaliseJoinCode(russian)).toBe(code);
    expect(normaliseJoinCode(russian.toLowerCase())).toBe(code);
  }
});
