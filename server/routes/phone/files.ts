// The phone's style and script as built: read once, held in memory with their compressed forms, never changing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from '../../../components/live/phone/bundle';
import type { PageFiles } from '../../../components/live/phone/html';
import type { ActivityKind } from '../../engine/activities/kinds';
import { once } from '../../engine/once';
import type { Locale } from '../../engine/vocabulary';
import { route } from '../row';
import { anybody } from '../who';

/** Names of files: those of every page, those that answer any step, and those that a step of a kind needs in all beside them. */
type Scripts = Pick<Script, 'always' | 'answering' | 'parts'>;
export type PhoneManifest = { readonly style: string; readonly scripts: Readonly<Record<Locale, Scripts>> };

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

/** `kind`: what is drawn; `answers`: whether what was sent is spoken of. Without a build the pages still work, unstyled and without script. */
export function phoneFiles(locale: Locale, kind?: ActivityKind, answers = false): PageFiles {
  const manifest = build()?.manifest;
  if (manifest === undefined) return {};
  const { always, answering, parts } = manifest.scripts[locale];
  const further = kind === undefined ? answers && answering : parts[kind];
  const scripts = [...always, ...(further || [])];
  return { style: `/p/${manifest.style}`, scripts: scripts.map((name) => `/p/${name}`) };
}

/** The name carries the content's hash. */
export const phoneFileRows = [
  route({
    method: 'GET',
    path: '/p/:name',
    who: anybody,
    says: 'The style and the script of the phone’s page.',
    answer(_scope, { params }, { headers }) {
      const file = build()?.files.get(params.name);
      if (file === undefined) return { status: 404, headers: { 'cache-control': 'no-store' } };
      const accepted = String(headers['accept-encoding'] ?? '');
      const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
      return {
        status: 200,
        headers: {
          'content-type': file.type,
          'cache-control': 'public, max-age=31536000, immutable',
          vary: 'accept-encoding',
          ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
        },
        body: file[encoding ?? 'plain'],
      };
    },
  }),
];
