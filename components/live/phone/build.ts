// Builds the phone's page: one style, one script per language, all named by their content, compressed once for ever.
// Fails when a script outgrows the budget of a cheap phone on 2G.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { messagesIn } from '../../../i18n/messages';
import { LOCALES } from '../../../server/engine/vocabulary';
import { bundleScript, bundleStyle } from './bundle';
import { phoneMessages } from './phone-messages';

const SCRIPT_BUDGET = 40_000;

const root = join(__dirname, '..', '..', '..');
const folder = join(root, '.build', 'phone');
function keep(name: string, ending: string, text: string): { readonly file: string; readonly gzip: number } {
  const content = Buffer.from(text);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10);
  const file = `${name}-${hash}.${ending}`;
  const gzip = gzipSync(content, { level: 9 });
  writeFileSync(join(folder, file), content);
  writeFileSync(join(folder, `${file}.gz`), gzip);
  writeFileSync(
    join(folder, `${file}.br`),
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  console.log(`${file}  ${content.length} bytes, gzip ${gzip.length}`);
  return { file, gzip: gzip.length };
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const style = keep('phone', 'css', await bundleStyle());
  const scripts: Record<string, string> = {};
  for (const locale of LOCALES) {
    const script = await bundleScript(phoneMessages(messagesIn(locale)));
    const { file, gzip } = keep(`phone-${locale}`, 'js', script);
    if (gzip > SCRIPT_BUDGET) throw new Error(`${file}: ${gzip} bytes gzip, budget ${SCRIPT_BUDGET}`);
    scripts[locale] = file;
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ style: style.file, scripts }));
  // Only now, so that a server which starts meanwhile finds every file its manifest names.
  const current = ['manifest.json', style.file, ...Object.values(scripts)];
  for (const name of readdirSync(folder)) {
    if (!current.some((file) => name.startsWith(file))) rmSync(join(folder, name));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
