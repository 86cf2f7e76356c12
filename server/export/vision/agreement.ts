// How far the room agrees: what stays open, and how many chose each level for each line.
import { isEndorse } from '../../engine/activities/endorse/is-endorse';
import { standingWordingIn } from '../../engine/draft/wording';
import type { ChangedSince, JudgedWords } from '../../engine/views';
import { AGREEMENT_LEVELS } from '../../engine/vocabulary';
import { type Block, heading, ownWords, paragraph, plain, type Runs, table } from '../document';
import { hadAnswers } from '../had-answers';
import {
  awayTexts,
  changeParts,
  changeSentence,
  changeWord,
  openReason,
  supportCell,
  wordsOfJudged,
} from '../judgement-words';
import { openWording, votedOn } from '../line-words';
import type { Report, ReportOpenPoint } from '../report';
import type { Words } from '../words';

export function openPoints({ open, lines, groups }: Report, say: Words): readonly Block[] {
  if (open.length === 0) return [];
  // A line that is open for two reasons is told once.
  const reasons = new Map<string, { readonly point: ReportOpenPoint; readonly why: string[] }>();
  for (const point of open) {
    const key = JSON.stringify([point.theme, point.line ?? point.text]);
    const known = reasons.get(key) ?? { point, why: [] };
    const judged = point.line === undefined ? undefined : lines[point.line - 1]?.line.endorsement;
    known.why.push(openReason(point.reason, say));
    if (point.reason === 'contested') known.why.push(...awayTexts(judged, groups, say));
    reasons.set(key, known);
  }
  const rows = [...reasons.values()].map(({ point, why }) => [
    plain(point.theme[say.locale]),
    ownWords(openWording(point, lines, say), say.locale),
    [...plain(why.join('; ')), ...changedSincePoint(point, lines, say)],
  ]);
  return [heading(1, say('openTitle')), table([say('theme'), say('line'), say('why')], rows, [3, 5, 4])];
}

/** The line that is open reads otherwise than what was judged or voted on. */
function changedSincePoint({ line: number, reason }: ReportOpenPoint, lines: Report['lines'], say: Words): Runs {
  const line = number === undefined ? undefined : lines[number - 1]?.line;
  const { changed } = line?.endorsement ?? {};
  const votes = line?.trace.votes;
  const isOfVote = reason === 'groups_apart' || reason === 'room_divided';
  const parts = isOfVote ? votedOn(votes, say) : changeParts(changed, say);
  return parts.flatMap(
    (part): Runs =>
      'sentence' in part
        ? plain(`. ${part.sentence}`, 'soft')
        : [
            { text: ` ${part.title}: `, style: 'soft' },
            ...part.texts.flatMap((text, at) => [...(at === 0 ? [] : plain('; ')), ...ownWords(text, say.locale)]),
          ],
  );
}

export function agreement({ endorsements, turnout }: Report, say: Words): readonly Block[] {
  if (endorsements.length === 0) return [];
  const rows = endorsements.map(({ judged, figures, changed, now }) => [
    [...ownWords(standingWordingIn(judged, say.locale), say.locale), ...sinceThen(changed, now, say)],
    ...AGREEMENT_LEVELS.map((level) => plain(say.cell(figures.counts?.[level - 1] ?? '–'))),
    plain(say.cell(figures.given)),
    plain(supportCell(figures)),
  ]);
  return [
    heading(1, say('agreementTitle')),
    paragraph(say('agreementHow')),
    ...turnout
      .filter((step) => isEndorse(step) && hadAnswers(step))
      .map(({ tookPart: people, joined }) => paragraph(say('judgedByOf', { people, joined }))),
    paragraph(AGREEMENT_LEVELS.map((level) => `${level} – ${say.level(level)}`).join(' · '), 'soft'),
    table(
      [say('line'), ...AGREEMENT_LEVELS.map(String), say('given'), say('supportHead')],
      rows,
      [7, ...AGREEMENT_LEVELS.map(() => 1), 2.4, 3],
      1,
    ),
  ];
}

/** After the words that were judged: how the line reads now. */
function sinceThen(changed: ChangedSince | undefined, now: JudgedWords | undefined, say: Words): Runs {
  if (changed === undefined || now === undefined || changeParts(changed, say).length === 0) return [];
  return [
    { text: ` · ${changeSentence(changed, changeWord(changed, say), say)} ${say('readsNow')}: `, style: 'soft' },
    ...wordsOfJudged(now, say).flatMap(
      (text, at): Runs => [...(at === 0 ? [] : plain('; ')), ...ownWords(text, say.locale)],
    ),
  ];
}
