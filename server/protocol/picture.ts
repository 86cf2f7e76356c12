// A picture inside a text (`data:` URL): its bytes, kind and size, read from its own head.

export type Picture = {
  readonly kind: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
};

/** Pixels a side: a larger one would cost more to unpack than any title page needs. */
const LARGEST_SIDE = 4_000;

/** Undefined for what is no PNG or JPEG of a sensible size, whatever it calls itself. */
export function pictureOf(dataUrl: string): Picture | undefined {
  const [, kind, base64 = ''] = /^data:image\/(png|jpeg);base64,(.*)$/.exec(dataUrl) ?? [];
  if (kind !== 'png' && kind !== 'jpeg') return undefined;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const size = kind === 'png' ? pngSize(bytes) : jpegSize(bytes);
  if (size === undefined) return undefined;
  const { width, height } = size;
  if (Math.min(width, height) < 1 || Math.max(width, height) > LARGEST_SIDE) return undefined;
  return { kind, bytes, width, height };
}

type Size = { readonly width: number; readonly height: number };

const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 24 || PNG_HEAD.some((byte, at) => bytes[at] !== byte)) return undefined;
  const view = new DataView(bytes.buffer);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The frame header (SOF0 to SOF15, without the tables among them) tells the size. */
function jpegSize(bytes: Uint8Array): Size | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer);
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
