// Every line of the vision as a row: what it says, what it hangs under, who stands behind it, and what it still lacks.

import { wordingIn } from '../engine/draft/wording';
import type { ChangedSince, ReaderLine } from '../engine/views';
import { LOCALES, type Locale } from '../engine/vocabulary';
import type { JudgedFigures } from '../engine/voting/publishing/endorsement';
import { besideLanguage } from './beside-language';
import { changedWhen, changedWho, groupTexts, wordsOfJudged } from './judgement-words';
import { tracesOf } from './line-words';
import type { Report } from './report';
import type { Cell, Table } from './table';
import type { Words } from './words';

export function linesTable({ lines, groups }: Report, say: Words): Table {
  return {
    head: [
      say('number'),
      say('theme'),
      say('kind'),
      say('text'),
      say('language'),
      ...LOCALES.map((lang) => `${say('translation')}: ${lang}`),
      say('composed'),
      say('goal'),
      say('alsoServes'),
      say('seeAlso'),
      say('dependsOn'),
      say('who'),
      say('byWhen'),
      say('means'),
      say('sign'),
      say('ideas'),
      say('seconders'),
      say('given'),
      say('supportPeople'),
      say('base'),
      say('support'),
      say('mark'),
      say('dissentTitle'),
      say('judgedWas'),
      say('changedAt'),
      say('changedWho'),
      say('votedOn'),
      say('missing'),
    ],
    rows: lines.map(({ number, goal, alsoServes, seeAlso, theme, line, gaps }) => [
      number,
      theme[say.locale],
      say(line.kind),
      line.text.text,
      line.text.lang,
      ...LOCALES.map((lang) => translationInto(line, lang)),
      line.original === undefined ? '' : besideLanguage(line.original, line.text.lang),
      goal ?? '',
      alsoServes.join(', '),
      seeAlso.join(', '),
      (line.dependsOn ?? []).map((text) => besideLanguage(text, line.text.lang)).join('; '),
      ...factsOf(line),
      ideasBehind(line),
      line.trace.seconders ?? 0,
      ...supportColumns(line.endorsement),
      line.endorsement?.mark === undefined ? '' : say(line.endorsement.mark),
      groupTexts(line.endorsement, groups, say).join('; '),
      ...changeColumns(line.endorsement?.changed, line.text.lang, say),
      line.trace.votes?.changed === undefined ? '' : besideLanguage(line.trace.votes.heading, line.text.lang),
      gaps.map((gap) => say(gap)).join('; '),
    ]),
  };
}

/** How many judged it, how many of them support it, of how many who did not abstain, and which share that is. */
export function supportColumns(figures: JudgedFigures | undefined): readonly Cell[] {
  return [figures?.given ?? '', figures?.support ?? '', figures?.base ?? '', figures?.supportPercent ?? ''];
}

/** The words that were judged, and when and by whom they were changed since; empty where they stand. */
export function changeColumns(changed: ChangedSince | undefined, lang: Locale, say: Words): readonly Cell[] {
  if (changed === undefined) return ['', '', ''];
  const judged = wordsOfJudged(changed.judged, say).map((text) => besideLanguage(text, lang));
  return [judged.join('; '), changedWhen(changed, say), changedWho(changed, say)];
}

function factsOf({ action }: ReaderLine): readonly string[] {
  return action === undefined ? ['', '', '', ''] : [action.who, action.byWhen, action.means, action.sign];
}

/** Empty where nobody has entered one. */
function translationInto(line: ReaderLine, lang: Locale): string {
  const words = wordingIn(line, lang);
  return words === line.text ? '' : words.text;
}

function ideasBehind(line: ReaderLine): number {
  return tracesOf(line).reduce((sum, { ideas }) => sum + ideas.length, 0);
}
