// What a session can be downloaded as. No renderer is imported here: they run on a thread of their own (render-worker.ts).
import type { Locale } from '../engine/vocabulary';
import type { Report } from './report';
import type { TableName } from './tables';

/** Documents of the whole report, by the ending of their file. */
export const DOCUMENTS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8; variant=CommonMark',
} as const;
export type DocumentName = keyof typeof DOCUMENTS;

export type RenderJob = { readonly report: Report; readonly locale: Locale } & (
  | { readonly document: DocumentName }
  | { readonly table: TableName }
);

export function isDocument(name: string): name is DocumentName {
  return Object.hasOwn(DOCUMENTS, name);
}
