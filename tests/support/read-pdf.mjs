// Reads a PDF back as a viewer would: text, structure and outline, as one line of JSON. node read-pdf.mjs < file.pdf
// In a process of its own, since pdf.js is an ES module and jest runs CommonJS.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const document = await getDocument({ data: new Uint8Array(Buffer.concat(chunks)), verbosity: 0 }).promise;
const pages = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  pages.push({ text, structure: await page.getStructTree(), annotations: (await page.getAnnotations()).length });
}
const outline = ((await document.getOutline()) ?? []).map(({ title }) => title);
const { info, metadata } = await document.getMetadata();
const script = await document.getJSActions();
process.stdout.write(
  JSON.stringify({
    pages,
    outline,
    info,
    metadata: metadata?.getRaw() ?? '',
    marked: (await document.getMarkInfo())?.Marked,
    script,
  }),
);
