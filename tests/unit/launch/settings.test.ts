import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readEnvironment } from '../../../server/launch/environment';
import { loadSecrets } from '../../../server/launch/secrets';

describe('the settings', () => {
  it('need not be given', () => {
    expect(readEnvironment({})).toEqual({ host: '0.0.0.0', port: 3000, dataFolder: resolve('.data'), dev: false });
  });

  it('count as not given when empty', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '', HOST: '' })).toEqual(readEnvironment({}));
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'x'],
    ['DATABASE_URL', 'mysql://here/db'],
    ['PUBLIC_URL', 'ftp://here'],
    ['PUBLIC_URL', 'https://here.kg/eles'],
    ['TRUSTED_PROXIES', 'proxy.local'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(name);
  });
});

it('[WIRE12] names the proxies, and the public address as pages know it', () => {
  expect(
    readEnvironment({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8', PUBLIC_URL: 'https://Eles.KG:443/' }),
  ).toMatchObject({
    trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
    publicUrl: 'https://eles.kg',
  });
});

describe('the secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eles-secrets-'));
  const file = join(folder, 'secrets.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, at random, for its owner only', () => {
    const made = loadSecrets(folder);
    expect(Buffer.from(made.secret, 'base64url')).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(loadSecrets(folder)).toEqual(made);
  });

  it.each(['', '{}', '{"secret":"changeme"}'])('is not replaced in silence when the file holds %j', (content) => {
    writeFileSync(file, content);
    expect(() => loadSecrets(folder)).toThrow(file);
  });
});
