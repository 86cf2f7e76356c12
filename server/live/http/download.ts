// Files to be kept: how they are named, in which language, and that nothing in them runs.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { asLocale } from '../../../i18n/locale';
import type { Locale } from '../../engine/vocabulary';
import { localeOf } from './reader-locale';

/** A file to keep, never a page to run or a copy for a shared cache. */
export const DATA_HEADERS: OutgoingHttpHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

export function sendFile(response: ServerResponse, bytes: Uint8Array, headers: OutgoingHttpHeaders): true {
  response.writeHead(200, { 'content-length': bytes.byteLength, ...DATA_HEADERS, ...headers });
  response.end(bytes);
  return true;
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
export function downloadLocale(request: IncomingMessage, url: URL): Locale {
  return asLocale(url.searchParams.get('lang')) ?? localeOf(request);
}
