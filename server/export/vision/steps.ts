// Steps of kinds that have no chapter of their own: what was asked, how many took part, and the rows that their room gives.
import { type Block, heading, paragraph, plain, table } from '../document';
import type { Report } from '../report';
import type { Words } from '../words';

export function steps({ steps: told }: Report, say: Words): readonly Block[] {
  return told.flatMap(({ title, prompt, joined, tookPart, rows }) => [
    heading(1, title[say.locale]),
    paragraph(prompt[say.locale], 'italics'),
    paragraph(`${say('took')}: ${say.cell(tookPart)} · ${say('joined')}: ${say.cell(joined)}`, 'soft'),
    ...(rows.length === 0
      ? []
      : [
          table(
            ['', say('everybody')],
            rows.map(({ label, value }) => [plain(label[say.locale]), plain(say.cell(value))]),
            [5, 2],
            1,
          ),
        ]),
  ]);
}
