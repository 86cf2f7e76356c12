// Downloads of a session: the draft and the tables for its facilitator, at any moment; the archive for the organiser, once
// the session has ended.
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { FacilitatorScope } from '../../auth/session-scopes';
import { archivedDraft } from '../../engine/draft/archived-draft';
import type { Locale } from '../../engine/vocabulary';
import { DOCUMENTS } from '../../export/formats';
import { buildReport, type Report } from '../../export/report';
import { DOCUMENT_NAMES, type DocumentName, TABLE_NAMES, type TableName } from '../../protocol/downloads';
import { type Answer, jsonAnswer } from '../answer';
import { archiveAnswer } from '../archive-stream';
import { disposition, downloadLocale, fileAnswer } from '../download';
import { logFacts } from '../log-facts';
import { type Row, route } from '../row';
import { keyOf, signaturesOf } from '../seal';
import type { Services } from '../services';
import { facilitator, organiserOnly } from '../who';

type Paper = { readonly document: DocumentName } | { readonly table: TableName | 'all' };

const paper = (name: string, says: string, what: Paper): Row =>
  route({
    method: 'GET',
    path: `/api/sessions/:code/exports/${name}`,
    who: facilitator,
    says,
    query: ['lang', 'for'],
    sends: 'file',
    answer: (scope, { query }, { services, headers }) => print(scope, what, query, { services, headers }),
  });

export const paperRows = [
  ...DOCUMENT_NAMES.map((document) => paper(`draft.${document}`, 'The draft vision.', { document })),
  ...TABLE_NAMES.map((table) => paper(`${table}.csv`, 'One table.', { table })),
  paper('tables.zip', 'All tables.', { table: 'all' }),
  route({
    method: 'GET',
    path: '/api/sessions/:code/archive',
    who: organiserOnly,
    says: 'The whole log, once the session has ended.',
    sends: 'file',
    answer({ organiser, visitor: { room } }, _input, { services }) {
      const { state } = room;
      if (state.phase !== 'ended') return jsonAnswer(409, { ok: false, code: 'session_running' });
      const log = {
        sessionId: room.sessionId,
        lastSeq: state.seq,
        draft: archivedDraft(state),
        sign: (seal: { readonly count: number; readonly closingHash: string }) => signaturesOf(room, seal, services),
      };
      return archiveAnswer(organiser, `eles-${room.code}.eles`, { log, store: services.store });
    },
  }),
];

async function print(
  scope: FacilitatorScope,
  what: Paper,
  query: { readonly lang?: string; readonly for?: string },
  { services, headers }: { readonly services: Services; readonly headers: IncomingHttpHeaders },
): Promise<Answer> {
  const locale = downloadLocale(query.lang, headers);
  const report = await reportOf(scope, services);
  const dialect = query.for === 'excel' ? 'excel' : 'plain';
  const bytes = await services.documents.render({ report, locale, dialect, ...what });
  return fileAnswer(bytes, headersOf(report, locale, what));
}

function headersOf(report: Report, locale: Locale, what: Paper): OutgoingHttpHeaders {
  const [stem, ending, type] = nameOf(what);
  // The title is what people look for in a folder; a table is looked for by its name.
  const title = 'table' in what ? undefined : `${report.title[locale]} ${report.code}.${ending}`;
  return {
    'content-type': type,
    'content-disposition': disposition(`eles-${report.code}-${stem}-${locale}.${ending}`, title),
    'content-language': locale,
  };
}

function nameOf(what: Paper): readonly [stem: string, ending: string, type: string] {
  if ('document' in what) return ['draft', what.document, DOCUMENTS[what.document]];
  return what.table === 'all' ? ['tables', 'zip', 'application/zip'] : [what.table, 'csv', CSV_TYPE];
}

const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

async function reportOf({ room }: FacilitatorScope, services: Services): Promise<Report> {
  const [{ date: startedAt, closingHash }, key] = await Promise.all([logFacts(room, services), keyOf(room, services)]);
  return buildReport(room.state, { startedAt, closingHash, ...(key === undefined ? {} : { key }) });
}
