// What each revealed vote decided: rule and turnout, what it selected and why, its picture, and every figure by group.
import type { VoteMethodName } from '../../engine/vocabulary';
import { voteBars } from '../bars';
import { type Block, heading, ownWords, paragraph, plain, table } from '../document';
import type { Report } from '../report';
import type { ReportVote } from '../report-votes';
import {
  ballotWord,
  criteriaNotes,
  outcomeNotes,
  placesWord,
  reasonText,
  ruleWord,
  twoRanksNote,
  warningsOf,
  weightsWord,
  whyText,
} from '../vote-tables';
import type { DraftWord, Words } from '../words';
import { figuresTables } from './figures-tables';

export function decisions({ votes, groups }: Report, say: Words): readonly Block[] {
  if (votes.length === 0) return [];
  return [heading(1, say('decisions')), ...votes.flatMap((vote) => decision(vote, groups, say))];
}

/** What the words mean that stand above and in the tables of a method. */
const HOW = {
  dots: ['howMostSupported', 'howFairShare'],
  approval: ['howMostSupported', 'howFairShare'],
  score: ['howMedian', 'howAlike'],
  ranking: ['howBorda', 'howSchulze'],
  agreement: ['howConsensus'],
} as const satisfies Readonly<Record<VoteMethodName, readonly DraftWord[]>>;

function decision(vote: ReportVote, groups: Report['groups'], say: Words): readonly Block[] {
  const { method, rule } = vote.settings;
  const nameOf = (id: string): string => groups.find((group) => group.id === id)?.name[say.locale] ?? '';
  const twoRanks = twoRanksNote(vote, say);
  const both = vote.options.some(({ mostSupported, fairShare }) => mostSupported ?? fairShare);
  const chosen = vote.options.map((option) => [
    plain(say.cell(option.rank ?? '–')),
    ...(twoRanks === undefined ? [] : [plain(say.cell(option.rankByPerson ?? '–'))]),
    plain(option.theme[say.locale]),
    ownWords(option.heading, say.locale),
    plain(say(option.place === undefined ? 'no' : 'yes')),
    plain(whyText(vote, option, say)),
    ...(both ? [plain(reasonText(rule === 'fair_share' ? option.mostSupported : option.fairShare, say))] : []),
  ]);
  const otherRule = say(rule === 'fair_share' ? 'mostSupported' : 'fairShare');
  const bars = voteBars(vote, groups, say);
  return [
    heading(2, vote.title[say.locale]),
    paragraph(
      say('decidedBy', {
        method: ballotWord(method, say),
        rule: ruleWord(rule, say),
        places: placesWord(vote, say),
        weights: weightsWord(vote, say),
        ballots: vote.ballots,
        joined: vote.joined,
      }),
    ),
    paragraph(
      [
        ...criteriaNotes(vote, say),
        ...HOW[method.name].map((word) => say(word)),
        say(method.name === 'dots' ? 'tiesDots' : 'ties'),
      ].join(' '),
      'soft',
    ),
    ...(twoRanks === undefined ? [] : [paragraph(twoRanks)]),
    ...outcomeNotes(vote, say).map((runs) => ({ kind: 'paragraph' as const, runs })),
    ...warningsOf(vote, nameOf, say).map((warning) => paragraph(warning, 'italics')),
    // A picture of nothing would look like an answer.
    ...(bars === undefined || vote.ballots === 0 ? [] : [{ kind: 'bars' as const, ...bars }]),
    ...(vote.settings.per === 'theme' ? [paragraph(say('rowsByTheme'), 'soft')] : []),
    table(
      [
        say('rank'),
        ...(twoRanks === undefined ? [] : [say('rankByPerson')]),
        say('theme'),
        say('priority'),
        say('chosen'),
        say('why'),
        ...(both ? [otherRule] : []),
      ],
      chosen,
      [1, ...(twoRanks === undefined ? [] : [1.6]), 2.8, 4.4, 1.4, 3.6, ...(both ? [2.6] : [])],
    ),
    ...figuresTables(vote, groups, say),
  ];
}
