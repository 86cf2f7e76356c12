// The phone's style and script as built: read once, held in memory with their compressed forms, never changing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from '../../engine/once';
import type { Locale } from '../../engine/vocabulary';
import type { Route } from './context';
import { sendNotAllowed } from './reply';

export type PhoneManifest = { readonly style: string; readonly scripts: Readonly<Record<Locale, string>> };

type File = { readonly type: string; readonly plain: Buffer; readonly br: Buffer; readonly gzip: Buffer };
type Build = { readonly manifest: PhoneManifest; readonly files: ReadonlyMap<string, File> };

const FOLDER = join(__dirname, '..', '..', '..', '.build', 'phone');
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

const build = once(loadBuild);

function loadBuild(): Build | undefined {
  const manifestFile = join(FOLDER, 'manifest.json');
  if (!existsSync(manifestFile)) return undefined;
  const files = new Map<string, File>();
  for (const name of readdirSync(FOLDER)) {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (type === undefined) continue;
    const [plain, br, gzip] = ['', '.br', '.gz'].map((ending) => readFileSync(join(FOLDER, name + ending)));
    files.set(name, { type, plain, br, gzip } as File);
  }
  return { manifest: JSON.parse(readFileSync(manifestFile, 'utf8')) as PhoneManifest, files };
}

/** Without a build the pages still work, unstyled and without script. */
export function phoneFiles(locale: Locale): { readonly style?: string; readonly script?: string } {
  const manifest = build()?.manifest;
  if (manifest === undefined) return {};
  return { style: `/p/${manifest.style}`, script: `/p/${manifest.scripts[locale]}` };
}

/** `GET /p/<name>`: the name carries the content's hash. */
export const phoneFileRoute: Route = async (request, response, { url }) => {
  if (!url.pathname.startsWith('/p/')) return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendNotAllowed(response, 'GET');
  const file = build()?.files.get(url.pathname.slice(3));
  if (file === undefined) {
    response.writeHead(404, { 'cache-control': 'no-store', 'content-length': 0 }).end();
    return true;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  const body = file[encoding ?? 'plain'];
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': body.length,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  return true;
};
