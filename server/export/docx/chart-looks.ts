// What the charts of a Word file need and their writer has no option for: parts that differ by pattern too, as in the PDF, and every
// label of the axis, also where the fonts of a laptop are wider. Works on the parts of the finished file.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** In the order of the legend; the third and the fifth are hatched. */
const FILLS = ['0B5563', 'C7D8DC', 'wdUpDiag', '7F9EA5', 'narVert', 'F0F0F0'] as const;
const INK = '1D1A14';

/** As the writer knows a part: its shade, or white where a pattern comes. */
export function shadeOf(at: number): string {
  const fill = FILLS[at % FILLS.length] ?? INK;
  return isPattern(fill) ? 'FFFFFF' : fill;
}

export function withChartLooks(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const charts = Object.keys(parts).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name));
  if (charts.length === 0) return file;
  for (const name of charts) parts[name] = strToU8(dressed(strFromU8(parts[name] ?? new Uint8Array())));
  return zipSync(parts);
}

function dressed(chart: string): string {
  let at = -1;
  return chart
    .replaceAll('<c:noMultiLvlLbl', '<c:tickLblSkip val="1"/><c:noMultiLvlLbl')
    .replace(/(<c:ser>[\s\S]*?<c:spPr>)<a:solidFill>[\s\S]*?<\/a:ln>/g, (_, before: string) => {
      at += 1;
      return `${before}${fillOf(at)}<a:ln w="7620">${solid(INK)}</a:ln>`;
    });
}

function fillOf(at: number): string {
  const fill = FILLS[at % FILLS.length] ?? INK;
  if (!isPattern(fill)) return solid(fill);
  const colours = `<a:fgClr><a:srgbClr val="${INK}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>`;
  return `<a:pattFill prst="${fill}">${colours}</a:pattFill>`;
}

function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

function isPattern(fill: string): boolean {
  return !/^[0-9A-F]{6}$/.test(fill);
}
