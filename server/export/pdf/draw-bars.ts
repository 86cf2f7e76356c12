// The picture of a vote as vectors that read in black and white: parts differ by shade and by hatching, and the figure stands
// beside each bar. Its alternative text names every bar; the table after it has all figures.
import type { Bars } from '../document';
import { INK, PAGE, type Sheet, SOFT, TEXT_WIDTH } from './sheet';

const LABEL = 190;
const FIGURE = 34;
const HEIGHT = 11;
const GAP = 5;
const SIZE = 8.5;
const FILLS = ['#0b5563', '#c7d8dc', '#ffffff', '#7f9ea5', '#ffffff', '#f0f0f0'] as const;
type Hatch = 'none' | 'diagonal' | 'upright';
const HATCHES: readonly Hatch[] = ['none', 'none', 'diagonal', 'none', 'upright', 'none'];

export function drawBars(sheet: Sheet, { caption, legend, rows }: Bars): void {
  const { doc } = sheet;
  const longest = Math.max(1, ...rows.map(({ total }) => total));
  const scale = (TEXT_WIDTH - LABEL - FIGURE) / longest;
  const lineHeight = HEIGHT + GAP;
  const alt = `${caption}. ${rows.map(({ label, total }) => `${label.text}: ${total}`).join('; ')}`;
  // A picture is not torn apart: what does not fit on a page is another picture.
  const perPage = Math.floor((PAGE.height - 2 * PAGE.margin) / lineHeight) - 4;
  for (let from = 0; from < rows.length; from += perPage) {
    const some = rows.slice(from, from + perPage);
    const height = some.length * lineHeight + 30;
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
          y += lineHeight;
        }
        doc.x = PAGE.margin;
        doc.y = y + 8;
      });
    });
  }
}

function drawLegend(sheet: Sheet, legend: readonly string[], top: number): number {
  let [x, y] = [PAGE.margin as number, top];
  for (const [at, name] of legend.entries()) {
    const width = Math.min(sheet.widthOf(name, SIZE) + 26, TEXT_WIDTH);
    if (x + width > PAGE.margin + TEXT_WIDTH && x > PAGE.margin) [x, y] = [PAGE.margin, y + HEIGHT + 3];
    drawPart(sheet, at, x, y, 10);
    sheet.drawCut(name, { x: x + 14, y, width: width - 14, size: SIZE, color: SOFT });
    x += width;
  }
  return y + HEIGHT + GAP + 3;
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
