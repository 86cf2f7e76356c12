// Every line of the vision as a row: what it says, what it hangs under, who stands behind it, and what it still lacks.
import { wordingIn } from '../engine/draft/wording';
import type { LineView } from '../engine/views';
import { LOCALES, type Locale } from '../engine/vocabulary';
import { dissentTexts } from './judgement-words';
import { tracesOf } from './line-words';
import type { Report } from './report';
import type { Table } from './tables';
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
      say('supporters'),
      say('support'),
      say('given'),
      say('mark'),
      say('dissentTitle'),
      say('missing'),
    ],
    rows: lines.map(({ number, goal, alsoServes, seeAlso, theme, line, gaps }) => [
      number,
      theme[say.locale],
      say(line.kind),
      line.text.text,
      line.text.lang,
      ...LOCALES.map((lang) => translationInto(line, lang)),
      line.original?.text ?? '',
      goal ?? '',
      alsoServes.join(', '),
      seeAlso.join(', '),
      (line.dependsOn ?? []).map(({ text }) => text).join('; '),
      ...factsOf(line),
      ideasBehind(line),
      line.trace.supporters ?? 0,
      line.endorsement?.supportPercent ?? '',
      line.endorsement?.given ?? '',
      line.endorsement?.mark === undefined ? '' : say(line.endorsement.mark),
      dissentTexts(line.endorsement?.dissent, groups, say).join('; '),
      gaps.map((gap) => say(gap)).join('; '),
    ]),
  };
}

function factsOf({ action }: LineView): readonly string[] {
  return action === undefined ? ['', '', '', ''] : [action.who, action.byWhen, action.means, action.sign];
}

/** Empty where nobody has entered one. */
function translationInto(line: LineView, lang: Locale): string {
  const words = wordingIn(line, lang);
  return words === line.text ? '' : words.text;
}

function ideasBehind(line: LineView): number {
  return tracesOf(line).reduce((sum, { ideas }) => sum + ideas.length, 0);
}
