// Who took part in each step, of how many, and of which groups where that may be shown.
import { type Block, heading, plain, table } from '../document';
import { hadAnswers } from '../had-answers';
import type { Report } from '../report';
import type { Words } from '../words';
import { keyLegend, keysOf } from './group-keys';

export function turnout({ turnout: steps, groups }: Report, say: Words): readonly Block[] {
  if (!steps.some(hadAnswers)) return [];
  const keys = keysOf(groups, say);
  const rows = steps.map((step) => {
    const figures = hadAnswers(step)
      ? [step.tookPart, step.joined, ...groups.map(({ id }) => step.tookPartByGroup[id] ?? say('withheld'))]
      : ['–', step.joined, ...groups.map(() => '–')];
    return [plain(step.title[say.locale]), ...figures.map((figure) => plain(say.cell(figure)))];
  });
  return [
    heading(1, say('turnoutTitle')),
    ...keyLegend(groups, keys, say),
    table([say('activity'), say('took'), say('joined'), ...keys], rows, [5, 2, 1.6, ...keys.map(() => 1.6)], 1),
  ];
}
