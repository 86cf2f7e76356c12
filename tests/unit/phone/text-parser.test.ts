import * as text from '../../../components/live/phone/text-parser';

test.each([
  ['0{"protocol":1}', { type: 0, nsp: '/', data: { protocol: 1 } }],
  ['2["snapshot",{"rev":1}]', { type: 2, nsp: '/', data: ['snapshot', { rev: 1 }] }],
  ['212["command",{"text":"Суу, /жол"}]', { type: 2, nsp: '/', id: 12, data: ['command', { text: 'Суу, /жол' }] }],
  ['30[{"ok":true}]', { type: 3, nsp: '/', id: 0, data: [{ ok: true }] }],
  ['4{"message":"unauthorised"}', { type: 4, nsp: '/', data: { message: 'unauthorised' } }],
  ['1', { type: 1, nsp: '/' }],
])('[PHONE5] the phone’s small parser says and reads %s', (said, packet) => {
  expect(new text.Encoder().encode(packet)).toEqual([said]);
  const decoder = new text.Decoder();
  const heard: unknown[] = [];
  decoder.on('decoded', (one) => heard.push(one));
  decoder.add(said);
  expect(heard).toEqual([packet]);
});

test('what is no packet is thrown out', () => {
  expect(() => new text.Decoder().add('9{}')).toThrow();
  expect(() => new text.Decoder().add('2[')).toThrow();
});
