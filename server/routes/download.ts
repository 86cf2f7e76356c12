// Files to be kept: how they are named, in which language, and that nothing in them runs.
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { asLocale } from '../../i18n/locale';
import type { Locale } from '../engine/vocabulary';
import { type Answer, DATA_HEADERS } from './answer';
import { localeOf } from './reader-locale';

export function fileAnswer(bytes: Uint8Array, headers: OutgoingHttpHeaders): Answer {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { status: 200, headers: { ...DATA_HEADERS, ...headers }, body };
}

/** RFC 6266: an ASCII name for everyone, and the title in its own letters for those who read `filename*`. */
export function disposition(ascii: string, title?: string): string {
  const plain = `attachment; filename="${ascii}"`;
  if (title === undefined) return plain;
  // Controls, direction marks and what file systems reserve would let a title pretend to be another file.
  const safe = title.replace(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, '').slice(0, 120);
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${plain}; filename*=UTF-8''${encoded}`;
}

/** As asked for in the address, else the reader's own. */
export function downloadLocale(asked: string | undefined, headers: IncomingHttpHeaders): Locale {
  return asLocale(asked) ?? localeOf(headers);
}
