// Builds the phone's page: one style, and per language a script with a part for each kind of activity; all named by their
// content, compressed once for ever. Fails when they outgrow the budget of a cheap phone on 2G.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LOCALES } from '../../../server/engine/vocabulary';
import { bundleScript, bundleStyle, type Script } from './bundle';
import { phoneWords } from './phone-messages';
import { overBudget } from './script-budget';

const folder = join(__dirname, '..', '..', '..', '.build', 'phone');

function keep(file: string, text: string): void {
  const content = Buffer.from(text);
  const gzip = gzipSync(content, { level: 9 });
  writeFileSync(join(folder, file), content);
  writeFileSync(join(folder, `${file}.gz`), gzip);
  writeFileSync(
    join(folder, `${file}.br`),
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  console.log(`${file}  ${content.length} bytes, gzip ${gzip.length}`);
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const text = await bundleStyle();
  const style = `phone-${createHash('sha256').update(text).digest('base64url').slice(0, 10)}.css`;
  keep(style, text);
  const current = ['manifest.json', style];
  const scripts: Record<string, Pick<Script, 'always' | 'answering' | 'parts'>> = {};
  for (const locale of LOCALES) {
    const script = await bundleScript(`phone-${locale}`, phoneWords(locale));
    for (const [file, part] of Object.entries(script.files)) {
      keep(file, part);
      current.push(file);
    }
    for (const over of overBudget(script)) throw new Error(`${locale}: ${over}`);
    const { always, answering, parts } = script;
    scripts[locale] = { always, answering, parts };
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ style, scripts }));
  // Only now, so that a server which starts meanwhile finds every file its manifest names.
  for (const name of readdirSync(folder)) {
    if (!current.some((file) => name.startsWith(file))) rmSync(join(folder, name));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
