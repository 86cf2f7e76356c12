// The signs of those who stand behind the workshop, side by side at the top of the title page.
import type { Logos } from '../document';
import { PAGE, type Sheet, TEXT_WIDTH } from './sheet';

/** Points. */
const HEIGHT = 48;
const WIDTH = 140;
const GAP = 18;

export function drawLogos(sheet: Sheet, { logos }: Logos): void {
  const { doc } = sheet;
  let [x, y] = [PAGE.margin as number, doc.y];
  for (const { name, picture } of logos) {
    const scale = Math.min(HEIGHT / picture.height, WIDTH / picture.width);
    const [width, height] = [picture.width * scale, picture.height * scale];
    if (x + width > PAGE.margin + TEXT_WIDTH) [x, y] = [PAGE.margin, y + HEIGHT + GAP];
    const [left, top] = [x, y];
    const bbox = [left, top, left + width, top + height];
    sheet.add('Figure', { alt: sheet.letters.plain(name), bbox }, (figure) =>
      figure.add(() => {
        doc.image(Buffer.from(picture.bytes), left, top, { width, height });
      }),
    );
    x += width + GAP;
  }
  doc.x = PAGE.margin;
  doc.y = y + HEIGHT + GAP;
}
