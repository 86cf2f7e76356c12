// The thread on which documents are made, so that the thread that counts votes is never kept waiting by one.
import { parentPort } from 'node:worker_threads';
import type { DocumentName } from '../protocol/downloads';
import { renderCsv } from './csv';
import { renderCsvSet } from './csv-set';
import type { PaperDocument } from './document';
import { renderDocx } from './docx/render-docx';
import type { RenderJob } from './formats';
import { renderJson } from './json';
import { renderMarkdown } from './markdown';
import { renderPdf } from './pdf/render-pdf';
import { buildRollUpDocument } from './roll-up/roll-up-document';
import { renderRollUpJson } from './roll-up/roll-up-json';
import { buildRollUpWorkbook } from './roll-up/roll-up-workbook';
import { buildVisionDocument } from './vision/vision-document';
import { buildWorkbook, type Workbook } from './workbook';
import { renderXlsx } from './xlsx';

type Made = Promise<Uint8Array | string> | Uint8Array | string;

function render(job: RenderJob): Made {
  if ('paper' in job) return renderPdf(job.paper);
  const { locale } = job;
  if ('table' in job)
    return job.table === 'all'
      ? renderCsvSet(job.report, locale, job.dialect)
      : renderCsv(job.report, job.table, locale, job.dialect);
  if ('rollUp' in job) {
    const { rollUp, madeAt } = job;
    return renderAs(job.document, {
      paper: () => buildRollUpDocument(rollUp, madeAt, locale),
      workbook: () => buildRollUpWorkbook(rollUp, madeAt, locale),
      data: () => renderRollUpJson(rollUp, madeAt),
    });
  }
  const { report } = job;
  return renderAs(job.document, {
    paper: () => buildVisionDocument(report, locale),
    workbook: () => buildWorkbook(report, locale),
    data: () => renderJson(report),
  });
}

type Contents = { paper(): PaperDocument; workbook(): Workbook; data(): string };

function renderAs(name: DocumentName, { paper, workbook, data }: Contents): Made {
  switch (name) {
    case 'docx':
      return renderDocx(paper());
    case 'pdf':
      return renderPdf(paper());
    case 'md':
      return renderMarkdown(paper());
    case 'xlsx':
      return renderXlsx(workbook());
    case 'json':
      return data();
  }
}

parentPort?.on('message', (job: RenderJob) => {
  Promise.resolve()
    .then(() => render(job))
    .then((made) => (typeof made === 'string' ? new TextEncoder().encode(made) : made))
    .then((bytes) => parentPort?.postMessage({ bytes }))
    .catch((error: unknown) => parentPort?.postMessage({ failed: String(error) }));
});
