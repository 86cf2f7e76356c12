// Who sends a request, from which page and over what, when a proxy may stand in front. What anybody can write into a
// header (X-Forwarded-*) is believed from the proxies that were named, and from nobody else.
import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

export type Origin = 'own' | 'none' | 'foreign';

export type Caller = {
  /** The network address that budgets are kept for: of IPv6 the /64, since one household has all of it. */
  readonly address: string;
  /** Cookies may then be `Secure`. */
  readonly isSecure: boolean;
  /** From our own pages, from a program, or from somebody else's page. */
  readonly origin: Origin;
  /** A page of another site tries to change something, if this is a POST. */
  readonly isForeignPage: boolean;
};

type Line = { readonly remoteAddress?: string | undefined; readonly encrypted?: boolean };
export type FindCaller = (headers: IncomingHttpHeaders, line: Line) => Caller;

export type Front = {
  /** Scheme, host and port as people outside know this server. */
  readonly publicUrl?: string | undefined;
  /** Addresses, or networks as `10.0.0.0/8`. */
  readonly trustedProxies?: readonly string[] | undefined;
};

export function createFindCaller({ publicUrl, trustedProxies = [] }: Front): FindCaller {
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  const proxies = listOf(trustedProxies);
  const isProxy = (address: string) => isIP(address) > 0 && proxies.check(address, family(address));

  /** From the nearest hop outwards: each proxy of ours vouches for the one before it. */
  function addressOf(peer: string, forwarded: string | undefined): string {
    let address = peer;
    for (const hop of hopsIn(forwarded).reverse()) {
      if (!isProxy(address) || isIP(hop) === 0) break;
      address = withoutMapping(hop);
    }
    return networkOf(address);
  }

  return (headers, { remoteAddress = '', encrypted = false }) => {
    const peer = withoutMapping(remoteAddress);
    const isTrusted = isProxy(peer);
    const told = (name: string) => (isTrusted ? hopsIn(headers[name]).at(-1) : undefined);
    const hosts = [headers.host, told('x-forwarded-host')];
    const origin = originOf(headers.origin, hosts, publicOrigin);
    const isOutside = publicOrigin !== undefined && hosts.some((host) => isSameHost(new URL(publicOrigin), host));
    const site = headers['sec-fetch-site'];
    return {
      address: addressOf(peer, headers['x-forwarded-for'] as string | undefined),
      isSecure:
        encrypted ||
        told('x-forwarded-proto') === 'https' ||
        (publicOrigin?.startsWith('https:') === true && (isOutside || headers.origin === publicOrigin)),
      origin,
      // Browsers send Origin with every POST, Sec-Fetch-Site over TLS as well.
      isForeignPage: origin === 'foreign' || (site !== undefined && site !== 'same-origin' && site !== 'none'),
    };
  };
}

/**
 * Compared with the address that was configured, and with the Host header: a laptop in a hall is reached under addresses
 * nobody configured. Look-alikes, `null` of a sandboxed frame and nonsense are foreign.
 */
function originOf(
  origin: string | undefined,
  hosts: readonly (string | undefined)[],
  publicOrigin: string | undefined,
): Origin {
  if (origin === undefined) return 'none';
  if (origin === publicOrigin) return 'own';
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.origin !== origin) return 'foreign';
  return hosts.some((host) => isSameHost(url, host)) ? 'own' : 'foreign';
}

/** A proxy may write the default port where browsers leave it out. */
function isSameHost(url: URL, host: string | undefined): boolean {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return false;
  const address = `${url.protocol}//${host}`;
  return URL.canParse(address) && new URL(address).host === url.host;
}

const hopsIn = (header: string | readonly string[] | undefined): string[] =>
  String(header ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const withoutMapping = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Throws on what is no address. */
function listOf(trusted: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/');
    if (bits === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(bits), family(address));
  }
  return list;
}

export function isNetwork(entry: string): boolean {
  try {
    listOf([entry]);
    return isIP(entry.split('/')[0] ?? '') > 0;
  } catch {
    return false;
  }
}

function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [before = '', after] = (address.split('%')[0] ?? '').split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const groups =
    after === undefined
      ? head
      : [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
