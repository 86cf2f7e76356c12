// Reads Word files and workbooks back, as any program that opens them would: unpacks, and takes the text out of the XML.
import { strFromU8, unzipSync } from 'fflate';

export type Parts = Readonly<Record<string, string>>;

/** The XML parts by path; throws if one is not well-formed enough to be read. */
export function unpack(bytes: Uint8Array): Parts {
  const files = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function decode(xml: string): string {
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? whole;
  });
}

/** Paragraphs of a part of a Word file, as the text of their runs. */
export function paragraphsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([\s\S]*?)<\/w:t>/g)].map(([, text = '']) => decode(text)).join(''),
  );
}

export type Sheet = readonly (readonly (string | number)[])[];

/** Sheets by name, cells by row; empty cells are ''. */
export function readWorkbook(bytes: Uint8Array): ReadonlyMap<string, Sheet> {
  const parts = unpack(bytes);
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item = '']) =>
    [...item.matchAll(/<t(?: [^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text = '']) => decode(text)).join(''),
  );
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) =>
    decode(name),
  );
  return new Map(
    names.map((name, at) => {
      const xml = parts[`xl/worksheets/sheet${at + 1}.xml`] ?? '';
      const rows = [...xml.matchAll(/<row [^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, row = '']) =>
        cellsOf(row, strings),
      );
      return [name, rows];
    }),
  );
}

function cellsOf(row: string, strings: readonly string[]): readonly (string | number)[] {
  return [...row.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, attributes = '', content = '']) => {
    const value = /<v>([\s\S]*?)<\/v>/.exec(content)?.[1];
    if (value === undefined) return '';
    return /t="s"/.test(attributes) ? (strings[Number(value)] ?? '') : Number(value);
  });
}
