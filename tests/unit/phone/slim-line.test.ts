// The phone's own reading and writing of the line, against the packages in whose place it stands.
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { bundleScript } from '../../../components/live/phone/bundle';
import { phoneWords } from '../../../components/live/phone/phone-messages';
import * as address from '../../../components/live/phone/text-address';
import * as frames from '../../../components/live/phone/text-frames';
import * as packets from '../../../components/live/phone/text-parser';

const fromClient = createRequire(require.resolve('socket.io-client'));
const fromEngine = createRequire(fromClient.resolve('engine.io-client'));
const theirPackets = fromClient('socket.io-parser');
const theirFrames = fromEngine('engine.io-parser');
const theirAddress = fromClient('engine.io-client');

type Shape = { readonly type: number; readonly nsp: string; readonly id?: number; readonly data?: unknown };

function read(decoder: { on(event: string, listener: (packet: Shape) => void): void; add(text: string): void }) {
  const heard: Shape[] = [];
  decoder.on('decoded', (packet) => heard.push(packet));
  return (text: string): Shape | undefined => {
    decoder.add(text);
    return heard.pop();
  };
}

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)));
const args = fc.array(json, { maxLength: 3 });
const id = fc.option(fc.nat(), { nil: undefined });
const packet: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({ type: fc.constant(0), nsp: fc.constant('/'), data: fc.dictionary(fc.string(), json) }),
  fc.record({ type: fc.constant(1), nsp: fc.constant('/') }),
  fc.record({
    type: fc.constant(2),
    nsp: fc.constant('/'),
    id,
    data: args.map((rest) => ['snapshot', ...rest]),
  }),
  fc.record({ type: fc.constant(3), nsp: fc.constant('/'), id: fc.nat(), data: args }),
  fc.record({
    type: fc.constant(4),
    nsp: fc.constant('/'),
    data: fc.oneof(fc.string(), fc.record({ message: fc.string() })),
  }),
);
const withoutUndefined = (shape: Shape | undefined) => JSON.parse(JSON.stringify(shape ?? null));

test('[PHONE5] a packet is written as the package writes it, and read as the package reads it', () => {
  const ours = read(new packets.Decoder());
  const theirs = read(new theirPackets.Decoder());
  fc.assert(
    fc.property(packet, (shape) => {
      const text = new packets.Encoder().encode(shape)[0] as string;
      expect(text).toBe(new theirPackets.Encoder().encode(shape)[0]);
      expect(withoutUndefined(ours(text))).toEqual(withoutUndefined(theirs(text)));
    }),
  );
});

test('[PHONE5] what is no packet of text is thrown out, so that the line is dialled anew', () => {
  const ours = read(new packets.Decoder());
  for (const text of ['', 'x', '9["a"]', '51-["a",{"_placeholder":true,"num":0}]', '2[']) {
    expect(() => ours(text)).toThrow();
  }
  expect(() => new packets.Decoder().add(new ArrayBuffer(2) as unknown as string)).toThrow();
});

const frame = fc.record({
  type: fc.constantFrom('open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop'),
  data: fc.string().filter((text) => !text.includes('\x1e')),
});

test('[PHONE5] frames go out and come in as with the package, alone and several at once', () => {
  fc.assert(
    fc.property(fc.array(frame, { minLength: 1, maxLength: 5 }), (all) => {
      let ours = '';
      let theirs = '';
      frames.encodePayload(all, (text) => {
        ours = text;
      });
      theirFrames.encodePayload(all, (text: string) => {
        theirs = text;
      });
      expect(ours).toBe(theirs);
      expect(frames.decodePayload(ours)).toEqual(theirFrames.decodePayload(theirs));
    }),
  );
  for (const text of ['', 'x', '7', '2\x1ex\x1e2', '4a\x1e']) {
    expect(frames.decodePayload(text)).toEqual(theirFrames.decodePayload(text));
  }
  expect(frames.decodePacket(new ArrayBuffer(1)).type).toBe('error');
});

test('[PHONE5] an address has the parts that the package finds in it', () => {
  for (const text of [
    'http://192.168.1.10:3000',
    'https://eles.kg',
    'http://localhost:3000/a?b=c',
    'ws://[fe80::1]:8080',
    'https://eles.kg/line/',
  ]) {
    const { source, protocol, host, port, query } = theirAddress.parse(text);
    expect(address.parse(text)).toMatchObject({ source, protocol, host, port, query });
  }
});

test('[PHONE3] an inner name of socket.io is short wherever it is written, also in quotes', async () => {
  const { files } = await bundleScript('phone', phoneWords('en'));
  expect(
    Object.values(files)
      .join('\n')
      .match(/[."']_\w{3,}/g),
  ).toBeNull();
});
