// Every line of the vision as a row: what it says, what it hangs under, who stands behind it, and what it still lacks.
import type { LineView } from '../engine/views';
import { dissentTexts } from './judgement-words';
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
      say('composed'),
      say('goal'),
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
    rows: lines.map(({ number, goal, theme, line, gaps }) => [
      number,
      theme[say.locale],
      say(line.kind),
      line.text.text,
      line.text.lang,
      line.original?.text ?? '',
      goal ?? '',
      ...factsOf(line),
      line.trace.ideas.length,
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
