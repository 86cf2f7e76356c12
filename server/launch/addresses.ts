// Under which addresses this machine can be opened: on itself, and by a phone on the hall's network.
import { isIP } from 'node:net';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

export type Addresses = { url: string; localUrl: string; lanUrls: string[] };

/** Bridges of containers and virtual machines, and tunnels: no phone in the hall is behind them. */
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|tun|tap|utun|wg|zt|tailscale|lxc|cni|podman)/i;
const everywhere = ['0.0.0.0', '::'];
const thisMachine = ['127.0.0.1', '::1', 'localhost'];

export function findAddresses(
  host: string,
  port: number,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): Addresses {
  const at = (name: string) => `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`;
  if (everywhere.includes(host)) {
    return { url: at('127.0.0.1'), localUrl: at('localhost'), lanUrls: findLanAddresses(interfaces).map(at) };
  }
  if (thisMachine.includes(host)) return { url: at(host), localUrl: at(host), lanUrls: [] };
  // Bound to one address only: this machine too can be reached under no other.
  return { url: at(host), localUrl: at(host), lanUrls: [at(host)] };
}

/** What a phone in the hall opens. Asked anew each time: a laptop may join the hall's network after the start. */
export function phoneOrigin(
  { host, publicUrl }: { host: string; publicUrl?: string | undefined },
  port: number,
): string {
  const { lanUrls, url } = findAddresses(host, port);
  return publicUrl ?? lanUrls[0] ?? url;
}

/** Likeliest first: a router at home or in a hall hands out 192.168.… far more often than the others. */
function findLanAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  return Object.entries(interfaces)
    .flatMap(([name, infos]) =>
      (infos ?? [])
        .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
        .map(({ address }) => ({ address, rank: (virtual.test(name) ? 10 : 0) + rankOf(address) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

function rankOf(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  if (/^172\.(1[6-9]|2\d|3[01])\./.test(address)) return 2;
  return 3;
}
