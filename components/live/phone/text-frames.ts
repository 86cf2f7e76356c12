// engine.io's own frames of text; bundle.ts puts this in the place of `engine.io-parser`: nothing binary travels to or from a phone.
const TYPES = ['open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop'];
const SEPARATOR = '\x1e';

export type Frame = { readonly type: string; readonly data?: string };

export const protocol = 4;

export function encodePacket({ type, data }: Frame, _binary: boolean, done: (text: string) => void): void {
  done(`${TYPES.indexOf(type)}${data ?? ''}`);
}

export function decodePacket(text: unknown): Frame {
  const type = typeof text === 'string' ? TYPES[Number.parseInt(text.charAt(0), 10)] : undefined;
  if (type === undefined) return { type: 'error', data: 'parser error' };
  const data = (text as string).slice(1);
  return data === '' ? { type } : { type, data };
}

/** Several frames in one answer of long polling. */
export function encodePayload(frames: readonly Frame[], done: (text: string) => void): void {
  const texts: string[] = [];
  for (const frame of frames) encodePacket(frame, false, (text) => texts.push(text));
  done(texts.join(SEPARATOR));
}

/** What comes after a frame that cannot be read is not believed either. */
export function decodePayload(text: string): Frame[] {
  const frames = text.split(SEPARATOR).map(decodePacket);
  const broken = frames.findIndex(({ type }) => type === 'error');
  return broken < 0 ? frames : frames.slice(0, broken + 1);
}
