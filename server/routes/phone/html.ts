// The phone's pages as answers: drawn from the room's cached view, compressed, under a policy that runs only our own files.

import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { renderCodePage, renderDraftPage, renderParticipantPage } from '../../../components/live/phone/html';
import { drawsAnswers, kindDrawn, type PageState } from '../../../components/live/phone/parts/page';
import { createWords, type Words } from '../../../components/live/phone/parts/words';
import { RENEWAL_SCRIPT } from '../../../components/live/phone/renewal';
import { messagesIn } from '../../../i18n/messages';
import { once, oncePer } from '../../engine/once';
import type { ScreenView } from '../../engine/views';
import type { Locale } from '../../engine/vocabulary';
import type { RefusalCode } from '../../protocol/wire';
import type { Answer } from '../answer';
import { phoneFiles } from './files';

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

function isGzipAccepted(headers: IncomingHttpHeaders): boolean {
  return /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
}

/** With `no-referrer` browsers post our own forms with `Origin: null`, like a stranger's. */
const REFERRER = { 'referrer-policy': 'same-origin' };

async function htmlAnswer(status: number, locale: Locale, html: string, headers: IncomingHttpHeaders): Promise<Answer> {
  const accepts = isGzipAccepted(headers);
  return {
    status,
    headers: {
      ...REFERRER,
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'content-security-policy': POLICY,
      // Never from a cache: it holds one person's own things, and going back must show what is true now.
      'cache-control': 'no-store',
      ...(accepts ? { 'content-encoding': 'gzip' } : {}),
    },
    body: accepts ? await compress(html) : html,
  };
}

export function participantPage(
  state: PageState,
  headers: IncomingHttpHeaders,
  {
    plain,
    from,
    status = 200,
  }: { readonly plain: boolean; readonly from?: number | undefined; readonly status?: number },
): Promise<Answer> {
  const { style, scripts } = phoneFiles(state.locale, kindDrawn(state.view, state.mine?.groupId), drawsAnswers(state));
  const files = { style, scripts: plain ? undefined : scripts };
  const html = renderParticipantPage(state, WORDS[state.locale], files, from);
  return htmlAnswer(status, state.locale, html, headers);
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
export async function draftPage(
  page: { readonly code: string; readonly view: ScreenView; readonly locale: Locale },
  headers: IncomingHttpHeaders,
): Promise<Answer> {
  const { etag, packed } = await packedDrafts(page.view, page.code)[page.locale]();
  const caching = {
    ...REFERRER,
    etag,
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding, accept-language, cookie',
  };
  if (headers['if-none-match'] === etag) return { status: 304, headers: caching };
  const accepts = isGzipAccepted(headers);
  return {
    status: 200,
    headers: {
      ...caching,
      'content-type': 'text/html; charset=utf-8',
      'content-language': page.locale,
      'content-security-policy': POLICY,
      ...(accepts ? { 'content-encoding': 'gzip' } : {}),
    },
    body: accepts ? packed : await unpack(packed),
  };
}

/** Typing the code, also for whoever was refused: `typed` comes back into its field. */
export function codePage(
  page: {
    readonly status: number;
    readonly locale: Locale;
    readonly typed: string;
    readonly refusal?: RefusalCode;
  },
  headers: IncomingHttpHeaders,
): Promise<Answer> {
  const { status, locale, typed, refusal } = page;
  return htmlAnswer(status, locale, renderCodePage(locale, WORDS[locale], phoneFiles(locale), typed, refusal), headers);
}
