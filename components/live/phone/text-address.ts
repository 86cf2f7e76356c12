// The parts of an address that the line is dialled with; bundle.ts puts this in the place of engine.io-client's own parser, which is
// older than URL.
export type Address = {
  /** As it was given: socket.io's client dials this. */
  readonly source: string;
  /** `http`, `https`, `ws` or `wss`. */
  readonly protocol: string;
  /** Without the brackets of IPv6. */
  readonly host: string;
  /** Empty where the protocol's own. */
  readonly port: string;
  readonly path: string;
  readonly query: string;
};

export function parse(address: string): Address {
  const { protocol, hostname, port, pathname, search } = new URL(address);
  const host = hostname.replace(/[[\]]/g, '');
  return { source: address, protocol: protocol.slice(0, -1), host, port, path: pathname, query: search.slice(1) };
}
