// Downloads of a session, for its facilitator and at any moment: the draft, the tables, the archive.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { asLocale, DEFAULT_LOCALE, LOCALE_COOKIE, preferredLocale } from '../../../i18n/locale';
import { archivedDraft } from '../../engine/draft/archived-draft';
import type { Locale } from '../../engine/vocabulary';
import { archiveChunks } from '../../export/archive';
import { DOCUMENTS, type DocumentName, isDocument } from '../../export/formats';
import { RenderBusy } from '../../export/render-thread';
import { buildReport, type Report } from '../../export/report';
import { TABLES, type TableName } from '../../export/tables';
import { hashLine, headerLine, readLine, trailerLine } from '../log-line';
import type { Room } from '../room';
import type { HttpContext, Route } from './context';
import { readCookies } from './cookies';
import { findRoom, holdsLink } from './find-room';
import { refuse, sendNotAllowed } from './reply';

const PATH = /^\/api\/sessions\/([^/]+)\/(archive|exports\/([a-z-]+)\.([a-z]+))$/;

export const exportRoutes: Route = async (request, response, context) => {
  const [, typedCode, target, name = '', ending = ''] = PATH.exec(context.url.pathname) ?? [];
  if (typedCode === undefined) return false;
  const file = fileOf(name, ending);
  if (target !== 'archive' && file === undefined) return false;
  if (request.method !== 'GET') return sendNotAllowed(response, 'GET');
  const room = await findRoom(request, typedCode, context);
  if (typeof room === 'string') return refuse(response, room);
  if (!holdsLink(request, 'facilitator', room, context)) return refuse(response, 'unauthorised');
  if (file === undefined) return sendArchive(response, room, context);
  const locale = localeOf(request, context.url);
  const report = await reportOf(room, context);
  try {
    const bytes = await context.documents.render({ report, locale, ...file });
    return send(response, bytes, headersOf(report, locale, file));
  } catch (error) {
    if (!(error instanceof RenderBusy)) throw error;
    return refuse(response, 'retry');
  }
};

type File = { readonly document: DocumentName } | { readonly table: TableName };

function fileOf(name: string, ending: string): File | undefined {
  if (name === 'draft' && isDocument(ending)) return { document: ending };
  const table = TABLES.find((one) => one === name);
  return ending === 'csv' && table !== undefined ? { table } : undefined;
}

function headersOf(report: Report, locale: Locale, file: File): OutgoingHttpHeaders {
  const [stem, ending, type] =
    'table' in file ? [file.table, 'csv', CSV_TYPE] : ['draft', file.document, DOCUMENTS[file.document]];
  // The title is what people look for in a folder; a table is looked for by its name.
  const title = 'table' in file ? undefined : `${report.title[locale]} ${report.code}.${ending}`;
  return {
    'content-type': type,
    'content-disposition': disposition(`eles-${report.code}-${stem}-${locale}.${ending}`, title),
    'content-language': locale,
  };
}

const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

async function sendArchive(response: ServerResponse, room: Room, { store }: HttpContext): Promise<true> {
  response.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'content-disposition': disposition(`eles-${room.code}.eles`),
    ...DATA_HEADERS,
  });
  const { state } = room;
  const log = { sessionId: room.sessionId, lastSeq: state.seq, draft: archivedDraft(state) };
  await pipeline(Readable.from(archiveChunks(store, log, { headerLine, hashLine, trailerLine })), response);
  return true;
}

/** A file to keep, never a page to run or a copy for a shared cache. */
const DATA_HEADERS: OutgoingHttpHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

function send(response: ServerResponse, bytes: Uint8Array, headers: OutgoingHttpHeaders): true {
  response.writeHead(200, { 'content-length': bytes.byteLength, ...DATA_HEADERS, ...headers });
  response.end(bytes);
  return true;
}

/** RFC 6266: an ASCII name for everyone, and the title in its own letters for those who read `filename*`. */
function disposition(ascii: string, title?: string): string {
  const plain = `attachment; filename="${ascii}"`;
  if (title === undefined) return plain;
  // Controls, direction marks and what file systems reserve would let a title pretend to be another file.
  const safe = title.replace(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, '').slice(0, 120);
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${plain}; filename*=UTF-8''${encoded}`;
}

async function reportOf(room: Room, { store }: HttpContext): Promise<Report> {
  const { state, sessionId } = room;
  const [[first], [last]] = await Promise.all([store.read(sessionId, 0, 1), store.read(sessionId, state.seq - 1, 1)]);
  if (first === undefined || last?.seq !== state.seq) throw new Error(`the log of ${sessionId} has a hole`);
  const startedAt = readLine(first.body).recorded.at;
  return buildReport(state, { startedAt, closingHash: hashLine(last.body) });
}

function localeOf(request: IncomingMessage, url: URL): Locale {
  return (
    asLocale(url.searchParams.get('lang')) ??
    asLocale(readCookies(request.headers.cookie).get(LOCALE_COOKIE)) ??
    preferredLocale(request.headers['accept-language']) ??
    DEFAULT_LOCALE
  );
}
