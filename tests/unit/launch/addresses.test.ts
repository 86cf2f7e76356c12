import type { NetworkInterfaceInfo } from 'node:os';
import { findAddresses } from '../../../server/launch/addresses';
import { buildStartFile } from '../../../server/launch/announce';
import { readEnvironment } from '../../../server/launch/environment';

const card = (address: string, rest: Partial<NetworkInterfaceInfo> = {}) =>
  ({ address, family: 'IPv4', internal: false, ...rest }) as NetworkInterfaceInfo;

describe('the addresses of a server', () => {
  it('put the network a phone is likeliest on first, and leave out what no phone can reach', () => {
    const { lanUrls } = findAddresses('0.0.0.0', 3000, {
      lo: [card('127.0.0.1', { internal: true })],
      docker0: [card('172.17.0.1')],
      eth0: [card('10.1.2.3'), card('fe80::1', { family: 'IPv6' } as Partial<NetworkInterfaceInfo>)],
      usb0: [card('169.254.7.7')],
      wlan0: [card('192.168.1.7')],
    });
    expect(lanUrls).toEqual(['http://192.168.1.7:3000', 'http://10.1.2.3:3000', 'http://172.17.0.1:3000']);
  });

  it('are only its own when it listens on loopback or on one network', () => {
    expect(findAddresses('127.0.0.1', 80).lanUrls).toEqual([]);
    expect(findAddresses('192.168.1.7', 80)).toEqual({
      url: 'http://192.168.1.7:80',
      localUrl: 'http://192.168.1.7:80',
      lanUrls: ['http://192.168.1.7:80'],
    });
  });

  it('send phones to this machine when there is no network, and to PUBLIC_URL when there is one', () => {
    const session = { port: 3000, code: 'ABC234', facilitatorToken: 'f', screenToken: 's', organiserToken: 'o' };
    const local = readEnvironment({ HOST: '127.0.0.1' });
    expect(buildStartFile(local, session).joinUrl).toBe('http://127.0.0.1:3000/j/ABC234');
    const published = readEnvironment({ HOST: '127.0.0.1', PUBLIC_URL: 'https://vision.example.org//' });
    expect(buildStartFile(published, session).joinUrl).toBe('https://vision.example.org/j/ABC234');
  });
});
