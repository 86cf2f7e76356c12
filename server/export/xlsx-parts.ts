// What makes a workbook open and print as a clerk expects, and the writer has no option for: pages that fit, headings on every
// page, filters, a title. Works on the parts of the finished file.
import { strFromU8, strToU8 } from 'fflate';
import { xmlText } from './xml-text';

export type Parts = Record<string, Uint8Array>;
/** A sheet with a heading row; the first sheet, which only tells what the file is, has none. `rows` with the heading. */
export type SheetPart = {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly hasHead: boolean;
};

export function completeParts(parts: Parts, title: string, sheets: readonly SheetPart[]): Parts {
  const done: Parts = { ...parts, 'docProps/core.xml': strToU8(coreProperties(title)) };
  const change = (name: string, how: (xml: string) => string) => {
    done[name] = strToU8(how(strFromU8(parts[name] ?? new Uint8Array())));
  };
  for (const [at, sheet] of sheets.entries())
    change(`xl/worksheets/sheet${at + 1}.xml`, (xml) => printable(xml, sheet));
  change('xl/workbook.xml', (xml) => xml.replace('<definedNames/>', definedNames(sheets)));
  change('[Content_Types].xml', (xml) => xml.replace('</Types>', `${CORE_TYPE}</Types>`));
  change('_rels/.rels', (xml) => xml.replace('</Relationships>', `${CORE_RELATION}</Relationships>`));
  return done;
}

const CORE_TYPE =
  '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>';
const CORE_RELATION =
  '<Relationship Id="rId-core-1" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';

function coreProperties(title: string): string {
  const spaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${spaces}><dc:title>${escaped(title)}</dc:title><dc:creator>Eles</dc:creator></cp:coreProperties>`;
}

/** A4, as wide as the paper and as long as it takes; lying where it has many columns. In the order that the schema wants. */
function printable(xml: string, { columns, rows, hasHead }: SheetPart): string {
  const lying = columns > STANDING_COLUMNS ? ' orientation="landscape"' : '';
  const filter = hasHead ? `<autoFilter ref="${rangeOf(columns, rows).replaceAll('$', '')}"/>` : '';
  return xml
    .replace(/<worksheet[^>]*>/, (opening) => `${opening}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"')
    .replace(
      '</sheetData>',
      `</sheetData>${filter}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>` +
        `<pageSetup paperSize="9"${lying} fitToWidth="1" fitToHeight="0"/>` +
        '<headerFooter><oddFooter>&amp;C&amp;A · &amp;P / &amp;N</oddFooter></headerFooter>',
    );
}

const STANDING_COLUMNS = 4;

/** Names that spreadsheets know: the rows at the top of every page, and what a filter covers. */
function definedNames(sheets: readonly SheetPart[]): string {
  const names = sheets.flatMap(({ name, columns, rows, hasHead }, at) => {
    if (!hasHead) return [];
    const sheet = `'${escaped(name).replaceAll("'", "''")}'`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}!${rangeOf(columns, rows)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}!$1:$1</definedName>`,
    ];
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}

function rangeOf(columns: number, rows: number): string {
  return `$A$1:$${letterOf(columns)}$${rows}`;
}

/** 1 is A, 27 is AA. */
function letterOf(column: number): string {
  const rest = (column - 1) % 26;
  const before = Math.floor((column - 1) / 26);
  return (before === 0 ? '' : letterOf(before)) + String.fromCharCode(65 + rest);
}

function escaped(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
