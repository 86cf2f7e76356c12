// What each revealed vote decided: rule and turnout, what it selected and why, its picture, and every figure by group.
import { voteBars } from '../bars';
import { type Block, heading, ownWords, paragraph, plain, table } from '../document';
import type { Report } from '../report';
import type { ReportVote } from '../report-votes';
import { cellOf, measuresOf, methodWord, reasonText, ruleWord, warningsOf, weightsWord } from '../vote-tables';
import type { Words } from '../words';

export function decisions({ votes, groups }: Report, say: Words): readonly Block[] {
  if (votes.length === 0) return [];
  return [heading(1, say('decisions')), ...votes.flatMap((vote) => decision(vote, groups, say))];
}

function decision(vote: ReportVote, groups: Report['groups'], say: Words): readonly Block[] {
  const { method, rule, places } = vote.settings;
  const nameOf = (id: string): string => groups.find((group) => group.id === id)?.name[say.locale] ?? '';
  const both = vote.options.some(({ mostSupported, fairShare }) => mostSupported ?? fairShare);
  const chosen = vote.options.map((option) => [
    plain(say.cell(option.place ?? '')),
    ownWords(option.heading, say.locale),
    ...(both
      ? [plain(reasonText(option.mostSupported, say)), plain(reasonText(option.fairShare, say))]
      : [plain(say.cell(option.rank))]),
  ]);
  const figures = vote.options.flatMap((option) =>
    measuresOf(option, method, say).map(({ name, all, byGroup, bounds }) => [
      ownWords(option.heading, say.locale),
      plain(name),
      plain(say.cell(all)),
      ...groups.map(({ id }) => plain(byGroup === undefined ? '' : say.cell(cellOf(byGroup, bounds, id, say)))),
    ]),
  );
  const bars = voteBars(vote, groups, say);
  return [
    heading(2, vote.title[say.locale]),
    paragraph(
      say('decidedBy', {
        method: methodWord(method, say),
        rule: ruleWord(rule, say),
        places,
        weights: weightsWord(vote, say),
        ballots: vote.ballots,
        joined: vote.joined,
      }),
    ),
    ...warningsOf(vote, nameOf, say).map((warning) => paragraph(warning, 'italics')),
    ...(bars === undefined ? [] : [{ kind: 'bars' as const, ...bars }]),
    both
      ? table([say('place'), say('priority'), say('mostSupported'), say('fairShare')], chosen, [1, 5, 3, 3])
      : table([say('place'), say('priority'), say('rank')], chosen, [1, 8, 1]),
    table(
      [say('priority'), say('measure'), say('everybody'), ...groups.map(({ name }) => name[say.locale])],
      figures,
      [3.4, 2, 1.7, ...groups.map(() => 2.4)],
      2,
    ),
  ];
}
