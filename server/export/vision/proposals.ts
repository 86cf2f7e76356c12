// What was proposed and stands in no line of the vision and in no vote of the document, by theme.
import { type Block, heading, ownWords, paragraph, plain, type Runs } from '../document';
import type { Report } from '../report';
import type { ReportProposal } from '../report-proposals';
import type { Words } from '../words';

export function proposals({ proposals: all, themes }: Report, say: Words): readonly Block[] {
  if (all.length === 0) return [];
  const byTheme = themes.flatMap(({ theme }): readonly Block[] => {
    const own = all.filter(({ themeId }) => themeId === theme.id);
    if (own.length === 0) return [];
    return [heading(2, theme.name[say.locale]), ...own.map((one) => proposalBlock(one, say))];
  });
  return [heading(1, say('proposalsTitle')), paragraph(say('proposalsHow'), 'soft'), ...byTheme];
}

function proposalBlock({ heading: words, ideas, seconders }: ReportProposal, say: Words): Block {
  const [only, ...others] = ideas;
  const isItsOwnOrigin = others.length === 0 && only?.text === words.text;
  const origin = ideas.flatMap((idea, at): Runs => [...(at === 0 ? [] : plain('; ')), ...ownWords(idea, say.locale)]);
  const seconded = seconders === undefined ? [] : plain(` · ${say('seconders')}: ${say.cell(seconders)}`, 'soft');
  return {
    kind: 'bullet',
    runs: [
      ...ownWords(words, say.locale),
      ...(isItsOwnOrigin ? [] : [...plain(` · ${say('ownWords')}: `, 'soft'), ...origin]),
      ...seconded,
    ],
  };
}
