// What became of the vision this one goes on from.

import { standingWordingIn } from '../../engine/draft/wording';
import { type Block, heading, ownWords, paragraph, plain, type Run, type Runs, table } from '../document';
import { becameOf } from '../earlier-words';
import type { Report } from '../report';
import type { Words } from '../words';

export function sinceThen({ earlier }: Report, say: Words): readonly Block[] {
  if (earlier === undefined) return [];
  const { title, date, code, closingHash: hash, lines } = earlier;
  const rows = lines.map((line): readonly Runs[] => {
    const isGoal = line.kind === 'goal';
    const words = ownWords(standingWordingIn(line, say.locale), say.locale);
    const facts = [line.who ?? '', line.byWhen ?? ''].filter((fact) => fact !== '').join(' · ');
    return [
      isGoal ? words.map((run): Run => ({ style: 'bold', ...run })) : [{ text: '– ' }, ...words],
      [{ text: facts, lang: line.text.lang }],
      plain(becameOf(line, say), isGoal ? 'soft' : 'plain'),
    ];
  });
  return [
    heading(1, say('sinceTitle')),
    paragraph(say('sinceHow', { title: title[say.locale], date: say.day(date), code, hash }), 'soft'),
    table([say('line'), `${say('who')} · ${say('byWhen')}`, say('becameOf')], rows, [7, 4, 3]),
  ];
}
