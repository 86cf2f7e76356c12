// The thread on which documents are made, so that the thread that counts votes is never kept waiting by one.
import { parentPort } from 'node:worker_threads';
import { renderCsv } from './csv';
import { renderDocx } from './docx/render-docx';
import type { RenderJob } from './formats';
import { renderJson } from './json';
import { renderMarkdown } from './markdown';
import { renderPdf } from './pdf/render-pdf';
import { renderXlsx } from './xlsx';

async function render(job: RenderJob): Promise<Uint8Array | string> {
  const { report, locale } = job;
  if ('table' in job) return renderCsv(report, job.table, locale);
  switch (job.document) {
    case 'docx':
      return renderDocx(report, locale);
    case 'pdf':
      return renderPdf(report, locale);
    case 'xlsx':
      return renderXlsx(report, locale);
    case 'json':
      return renderJson(report);
    case 'md':
      return renderMarkdown(report, locale);
  }
}

parentPort?.on('message', (job: RenderJob) => {
  render(job)
    .then((made) => (typeof made === 'string' ? new TextEncoder().encode(made) : made))
    .then((bytes) => parentPort?.postMessage({ bytes }))
    .catch((error: unknown) => parentPort?.postMessage({ failed: String(error) }));
});
