// Downloads of a session: the draft and the tables for its facilitator, at any moment; the archive for the organiser, once
// the session has ended.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { archivedDraft } from '../../engine/draft/archived-draft';
import type { Locale } from '../../engine/vocabulary';
import type { CsvDialect } from '../../export/csv';
import { DOCUMENTS, isDocument } from '../../export/formats';
import { buildReport, type Report } from '../../export/report';
import { type DocumentName, TABLE_NAMES, type TableName } from '../../protocol/downloads';
import type { Room } from '../room';
import type { HttpContext, Route } from './context';
import { disposition, downloadLocale, sendFile } from './download';
import { findRoom, holdsLink } from './find-room';
import { isOrganiser } from './is-organiser';
import { logFacts } from './log-facts';
import { refuse, sendJson, sendNotAllowed } from './reply';
import { keyOf, signaturesOf } from './seal';
import { sendLog } from './send-log';

const PATH = /^\/api\/sessions\/([^/]+)\/(archive|exports\/([a-z-]+)\.([a-z]+))$/;

export const exportRoutes: Route = async (request, response, context) => {
  const [, typedCode, target, name = '', ending = ''] = PATH.exec(context.url.pathname) ?? [];
  if (typedCode === undefined) return false;
  const file = fileOf(name, ending);
  if (target !== 'archive' && file === undefined) return false;
  if (request.method !== 'GET') return sendNotAllowed(response, 'GET');
  const room = await findRoom(typedCode, context);
  if (typeof room === 'string') return refuse(response, room);
  if (file === undefined) return archive(request, response, room, context);
  if (!holdsLink(request, 'facilitator', room, context)) return refuse(response, 'unauthorised');
  const locale = downloadLocale(request, context.url);
  const report = await reportOf(room, context);
  const bytes = await context.documents.render({ report, locale, dialect: dialectOf(context.url), ...file });
  return sendFile(response, bytes, headersOf(report, locale, file));
};

type File = { readonly document: DocumentName } | { readonly table: TableName | 'all' };

function fileOf(name: string, ending: string): File | undefined {
  if (name === 'draft' && isDocument(ending)) return { document: ending };
  if (name === 'tables' && ending === 'zip') return { table: 'all' };
  const table = TABLE_NAMES.find((one) => one === name);
  return ending === 'csv' && table !== undefined ? { table } : undefined;
}

/** `for=excel` in the address. */
function dialectOf({ searchParams }: URL): CsvDialect {
  return searchParams.get('for') === 'excel' ? 'excel' : 'plain';
}

function headersOf(report: Report, locale: Locale, file: File): OutgoingHttpHeaders {
  const [stem, ending, type] = nameOf(file);
  // The title is what people look for in a folder; a table is looked for by its name.
  const title = 'table' in file ? undefined : `${report.title[locale]} ${report.code}.${ending}`;
  return {
    'content-type': type,
    'content-disposition': disposition(`eles-${report.code}-${stem}-${locale}.${ending}`, title),
    'content-language': locale,
  };
}

function nameOf(file: File): readonly [stem: string, ending: string, type: string] {
  if ('document' in file) return ['draft', file.document, DOCUMENTS[file.document]];
  return file.table === 'all' ? ['tables', 'zip', 'application/zip'] : [file.table, 'csv', CSV_TYPE];
}

const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/**
 * Single ballots under a pseudonym: nobody reads them while they can still steer somebody, and never whoever knows who
 * sat where. The facilitator is told why, not merely turned away.
 */
function archive(
  request: IncomingMessage,
  response: ServerResponse,
  room: Room,
  context: HttpContext,
): true | Promise<true> {
  if (!isOrganiser(request, context)) {
    if (!holdsLink(request, 'facilitator', room, context)) return refuse(response, 'unauthorised');
    return sendJson(response, 403, { ok: false, code: 'organiser_only' });
  }
  if (room.state.phase !== 'ended') return sendJson(response, 409, { ok: false, code: 'session_running' });
  return sendArchive(response, room, context);
}

function sendArchive(response: ServerResponse, room: Room, context: HttpContext): Promise<true> {
  const { state } = room;
  const log = {
    sessionId: room.sessionId,
    lastSeq: state.seq,
    draft: archivedDraft(state),
    sign: (seal: { readonly count: number; readonly closingHash: string }) => signaturesOf(room, seal, context),
  };
  return sendLog(response, `eles-${room.code}.eles`, { log, store: context.store });
}

async function reportOf(room: Room, context: HttpContext): Promise<Report> {
  const [{ date: startedAt, closingHash }, key] = await Promise.all([logFacts(room, context), keyOf(room, context)]);
  return buildReport(room.state, { startedAt, closingHash, ...(key === undefined ? {} : { key }) });
}
