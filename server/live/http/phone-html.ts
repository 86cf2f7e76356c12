// Sends the phone's pages: drawn from the room's cached view, compressed, under a policy that runs only our own files.

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { renderCodePage, renderDraftPage, renderParticipantPage } from '../../../components/live/phone/html';
import type { PageState } from '../../../components/live/phone/parts/page';
import { createWords, type Words } from '../../../components/live/phone/parts/words';
import { RENEWAL_SCRIPT } from '../../../components/live/phone/renewal';
import { messagesIn } from '../../../i18n/messages';
import { once, oncePer } from '../../engine/once';
import type { ScreenView } from '../../engine/views';
import type { Locale } from '../../engine/vocabulary';
import type { RefusalCode } from '../../protocol/wire';
import { phoneFiles } from './phone-files';

const wordsOf = (locale: Locale): Words => createWords(messagesIn(locale));
const WORDS: Readonly<Record<Locale, Words>> = { ky: wordsOf('ky'), ru: wordsOf('ru'), en: wordsOf('en') };

const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(RENEWAL_SCRIPT).digest('base64')}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  // Older Safari does not count WebSockets of the same host as 'self'.
  "connect-src 'self' ws: wss:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const compress = promisify(gzip);
const unpack = promisify(gunzip);

function isGzipAccepted({ headers }: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
}

async function sendHtml(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  locale: Locale,
  html: string,
): Promise<true> {
  const accepts = isGzipAccepted(request);
  const body = accepts ? await compress(html) : Buffer.from(html);
  // With `no-referrer` browsers post our own forms with `Origin: null`, like a stranger's.
  response.setHeader('referrer-policy', 'same-origin');
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-language': locale,
    'content-length': body.length,
    'content-security-policy': POLICY,
    // Never from a cache: it holds one person's own things, and going back must show what is true now.
    'cache-control': 'no-store',
    ...(accepts ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  return true;
}

export function sendParticipantPage(
  request: IncomingMessage,
  response: ServerResponse,
  state: PageState,
  {
    plain,
    from,
    status = 200,
  }: { readonly plain: boolean; readonly from?: number | undefined; readonly status?: number },
): Promise<true> {
  const { style, script } = phoneFiles(state.locale);
  const files = { style, script: plain ? undefined : script };
  const html = renderParticipantPage(state, WORDS[state.locale], files, from);
  return sendHtml(request, response, status, state.locale, html);
}

/** By draft and language: everybody in the hall opens the same one. */
const packedDrafts = oncePer((view: ScreenView, code: string) => {
  const inLocale = (locale: Locale) => once(() => packDraft(code, view, locale));
  return { ky: inLocale('ky'), ru: inLocale('ru'), en: inLocale('en') };
});

async function packDraft(code: string, view: ScreenView, locale: Locale) {
  const html = renderDraftPage({ code, locale, words: WORDS[locale], view }, { style: phoneFiles(locale).style });
  // Of what the page says: whatever else has changed in the room, nobody loads the same words again.
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  return { etag, packed: await compress(html) };
}

/** The draft as the room's last view has it: the same for everybody, so a phone keeps it and asks whether it still stands. */
export async function sendDraftPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: { readonly code: string; readonly view: ScreenView; readonly locale: Locale },
): Promise<true> {
  const { etag, packed } = await packedDrafts(page.view, page.code)[page.locale]();
  response.setHeader('referrer-policy', 'same-origin');
  const caching = { etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding, accept-language, cookie' };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, caching).end();
    return true;
  }
  const accepts = isGzipAccepted(request);
  const body = accepts ? packed : await unpack(packed);
  response.writeHead(200, {
    ...caching,
    'content-type': 'text/html; charset=utf-8',
    'content-language': page.locale,
    'content-length': body.length,
    'content-security-policy': POLICY,
    ...(accepts ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  return true;
}

export function sendCodePage(
  request: IncomingMessage,
  response: ServerResponse,
  page: {
    readonly status: number;
    readonly locale: Locale;
    readonly typed: string;
    readonly refusal?: RefusalCode;
  },
): Promise<true> {
  const { status, locale, typed, refusal } = page;
  const html = renderCodePage(locale, WORDS[locale], phoneFiles(locale), typed, refusal);
  return sendHtml(request, response, status, locale, html);
}
