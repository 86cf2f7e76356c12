// How far the room agrees: what stays open, and how many chose each level for each line.
import { wordingIn } from '../../engine/draft/wording';
import { AGREEMENT_LEVELS } from '../../engine/vocabulary';
import { type Block, heading, ownWords, paragraph, plain, table } from '../document';
import { openReason } from '../judgement-words';
import { openWording } from '../line-words';
import type { Report, ReportOpenPoint } from '../report';
import type { Words } from '../words';

export function openPoints({ open, lines }: Report, say: Words): readonly Block[] {
  if (open.length === 0) return [];
  // A line that is open for two reasons is told once.
  const reasons = new Map<string, { readonly point: ReportOpenPoint; readonly why: string[] }>();
  for (const point of open) {
    const key = JSON.stringify([point.theme, point.line ?? point.text]);
    const known = reasons.get(key) ?? { point, why: [] };
    known.why.push(openReason(point.reason, say));
    reasons.set(key, known);
  }
  const rows = [...reasons.values()].map(({ point, why }) => [
    plain(point.theme[say.locale]),
    ownWords(openWording(point, lines, say), say.locale),
    plain(why.join('; ')),
  ]);
  return [heading(1, say('openTitle')), table([say('theme'), say('line'), say('why')], rows, [3, 5, 4])];
}

export function agreement({ endorsements }: Report, say: Words): readonly Block[] {
  if (endorsements.length === 0) return [];
  const rows = endorsements.map(({ line, result }) => [
    ownWords(wordingIn(line, say.locale), say.locale),
    ...result.counts.map((count) => plain(say.cell(count))),
    plain(say.cell(result.given)),
    plain(say.cell(result.supportPercent ?? '–')),
  ]);
  return [
    heading(1, say('agreementTitle')),
    paragraph(say('agreementHow')),
    paragraph(AGREEMENT_LEVELS.map((level) => `${level} – ${say.level(level)}`).join(' · '), 'soft'),
    table(
      [say('line'), ...AGREEMENT_LEVELS.map(String), say('given'), say('support')],
      rows,
      [7, ...AGREEMENT_LEVELS.map(() => 1), 2.6, 2.2],
      1,
    ),
  ];
}
