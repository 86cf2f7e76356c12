// The picture of a vote as vectors that read in black and white: parts differ by shade and by hatching, and the figure stands
// beside each bar. Its alternative text names every bar; the table after it has all figures.
import type { Bars } from '../document';
import { INK, PAGE, type Sheet, SOFT, TEXT_WIDTH, WHOLE_PAGE } from './sheet';

const LABEL = 190;
const FIGURE = 34;
const HEIGHT = 11;
const GAP = 5;
const SIZE = 8.5;
const LINE_HEIGHT = HEIGHT + GAP;
/** Below a picture. */
const AFTER = 8;
const FILLS = ['#0b5563', '#c7d8dc', '#ffffff', '#7f9ea5', '#ffffff', '#f0f0f0'] as const;
type Hatch = 'none' | 'diagonal' | 'upright';
const HATCHES: readonly Hatch[] = ['none', 'none', 'diagonal', 'none', 'upright', 'none'];

export function drawBars(sheet: Sheet, { caption, legend, rows }: Bars): void {
  const { doc } = sheet;
  const longest = Math.max(1, ...rows.map(({ total }) => total));
  const scale = (TEXT_WIDTH - LABEL - FIGURE) / longest;
  const alt = `${caption}. ${rows.map(({ label, total }) => `${label.text}: ${total}`).join('; ')}`;
  const perPage = barsAPage(sheet, legend);
  for (let from = 0; from < rows.length; from += perPage) {
    const some = rows.slice(from, from + perPage);
    const height = heightOfPicture(sheet, legend, some.length);
    sheet.ensure(height);
    const top = doc.y;
    const bbox = [PAGE.margin, top, PAGE.margin + TEXT_WIDTH, top + height];
    sheet.add('Figure', { alt: sheet.letters.plain(alt), bbox }, (figure) => {
      figure.add(() => {
        let y = drawLegend(sheet, legend, top);
        for (const { label, parts, total } of some) {
          // Cut to the width; the whole wording stands in the table.
          sheet.drawCut(label.text, { x: PAGE.margin, y, width: LABEL - 8, size: SIZE });
          let x = PAGE.margin + LABEL;
          for (const [at, part] of parts.entries()) {
            drawPart(sheet, at, x, y, part * scale);
            x += part * scale;
          }
          sheet.drawCut(String(total), { x: x + 4, y, width: FIGURE, size: SIZE });
          y += LINE_HEIGHT;
        }
        doc.x = PAGE.margin;
        doc.y = y + AFTER;
      });
    });
  }
}

/** A picture is not torn apart: what does not fit on a page is another picture. */
function barsAPage(sheet: Sheet, legend: readonly string[]): number {
  return Math.floor((WHOLE_PAGE - heightOfPicture(sheet, legend, 0)) / LINE_HEIGHT);
}

/** Points that the picture, or its first part, takes on a page. */
export function heightOfBars(sheet: Sheet, { legend, rows }: Bars): number {
  return heightOfPicture(sheet, legend, Math.min(rows.length, barsAPage(sheet, legend)));
}

function heightOfPicture(sheet: Sheet, legend: readonly string[], bars: number): number {
  return legendOf(sheet, legend).height + bars * LINE_HEIGHT + AFTER;
}

/** Where the names stand, from the top left, and how high they are together. */
function legendOf(sheet: Sheet, legend: readonly string[]) {
  let [x, y] = [0, 0];
  const names = legend.map((name) => {
    const width = Math.min(sheet.widthOf(name, SIZE) + 26, TEXT_WIDTH);
    if (x + width > TEXT_WIDTH && x > 0) [x, y] = [0, y + HEIGHT + 3];
    const place = { name, x, y, width };
    x += width;
    return place;
  });
  return { names, height: y + HEIGHT + GAP + 3 };
}

function drawLegend(sheet: Sheet, legend: readonly string[], top: number): number {
  const { names, height } = legendOf(sheet, legend);
  for (const [at, { name, x, y, width }] of names.entries()) {
    const left = PAGE.margin + x;
    drawPart(sheet, at, left, top + y, 10);
    sheet.drawCut(name, { x: left + 14, y: top + y, width: width - 14, size: SIZE, color: SOFT });
  }
  return top + height;
}

function drawPart({ doc }: Sheet, at: number, x: number, y: number, width: number): void {
  if (width <= 0) return;
  const place = at % FILLS.length;
  doc.rect(x, y, width, HEIGHT).fill(FILLS[place] ?? '#ffffff');
  const hatch = HATCHES[place] ?? 'none';
  if (hatch !== 'none') {
    doc.save().rect(x, y, width, HEIGHT).clip().lineWidth(0.6).strokeColor(INK);
    const lean = hatch === 'diagonal' ? HEIGHT : 0;
    for (let start = x - lean; start < x + width; start += 4) doc.moveTo(start, y + HEIGHT).lineTo(start + lean, y);
    doc.stroke().restore();
  }
  doc.lineWidth(0.6).strokeColor(INK).rect(x, y, width, HEIGHT).stroke();
}
