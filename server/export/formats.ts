// What can be downloaded, of one session and of several side by side. No renderer is imported here: they run on a thread of
// their own (render-worker.ts).
import type { RollUp } from '../engine/roll-up/roll-up';
import type { Locale } from '../engine/vocabulary';
import type { DocumentName, TableName } from '../protocol/downloads';
import type { CsvDialect } from './csv';
import type { PaperDocument } from './document';
import type { Report } from './report';

/** Documents, by the ending of their file. */
export const DOCUMENTS: Readonly<Record<DocumentName, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8; variant=CommonMark',
};

export type RenderJob = { readonly locale: Locale } & (
  | { readonly report: Report; readonly document: DocumentName }
  | { readonly report: Report; readonly table: TableName | 'all'; readonly dialect: CsvDialect }
  /** A page of its own, to see whether it can be made at all. */
  | { readonly paper: PaperDocument }
  /** `madeAt`: milliseconds since 1970. */
  | { readonly rollUp: RollUp; readonly madeAt: number; readonly document: DocumentName }
);
