// socket.io's own packets, version 5, without attachments: all that our server and phones say is text, and the parser that
// also knows binary weighs a kilobyte and a half. bundle.ts puts this in the place of `socket.io-parser`.

export const protocol = 5;
export enum PacketType {
  CONNECT,
  DISCONNECT,
  EVENT,
  ACK,
  CONNECT_ERROR,
}

type Packet = { readonly type: PacketType; readonly nsp: string; readonly id?: number; readonly data?: unknown };

export class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const place = nsp && nsp !== '/' ? `${nsp},` : '';
    return [`${type}${place}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

/** Type, namespace, id of the acknowledgement, JSON. */
const PACKET = /^([0-4])(?:(\/[^,]*),)?(\d*)([\s\S]*)$/;

export class Decoder {
  #listener: (packet: Packet) => void = () => {};

  /** Only ever for `decoded`, and only by socket.io's manager. */
  on(_event: string, listener: (packet: Packet) => void): void {
    this.#listener = listener;
  }

  off(): void {
    this.#listener = () => {};
  }

  /** Throws on anything else; the manager then drops the line. */
  add(text: string): void {
    const [, type, nsp = '/', id, json] = PACKET.exec(text) ?? [];
    if (type === undefined) throw new Error('no packet of ours');
    this.#listener({
      type: Number(type),
      nsp,
      ...(id === '' ? {} : { id: Number(id) }),
      ...(json === '' ? {} : { data: JSON.parse(json as string) }),
    });
  }

  destroy(): void {}
}
