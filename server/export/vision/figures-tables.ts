// Every figure of a vote as options × groups, a row an option, in the order of what decided. Scores have a table a criterion.

import type { StakeholderGroup } from '../../engine/vocabulary';
import { fewIn, shownOf } from '../../engine/voting/publishing/few';
import type { CriterionResult } from '../../engine/voting/telling/figures';
import { type Block, ownWords, paragraph, plain, type Runs, type Table, table } from '../document';
import type { ReportOption, ReportVote } from '../report-votes';
import { answersOf, answersOfGroup, cellOf, measuresOf, pointsOf, pointsOfGroup } from '../vote-tables';
import type { Words } from '../words';
import { keyLegend, keysOf } from './group-keys';

type Groups = readonly StakeholderGroup[];
/** A column of figures: what stands above it, and its cell for an option. */
type Column = { readonly head: string; cell(option: ReportOption): string };

export function figuresTables(vote: ReportVote, groups: Groups, say: Words): readonly Block[] {
  const { method } = vote.settings;
  const keys = keysOf(groups, say);
  const legend = keyLegend(groups, keys, say);
  switch (method.name) {
    case 'dots':
    case 'approval':
      return [...legend, figuresTable(vote, [...wholeRoom(vote, say), ...amounts(groups, keys, say)], say)];
    case 'ranking':
      return [figuresTable(vote, wholeRoom(vote, say), say)];
    case 'agreement':
      return [
        ...legend,
        paragraph(`${answersHead(say)}.`, 'soft'),
        figuresTable(vote, [...answers(groups, keys, say), ...consensus(vote, say)], say),
      ];
    case 'score':
      return [
        ...legend,
        ...method.criteria.flatMap(({ id, name }) => [
          paragraph(name[say.locale], 'bold'),
          paragraph(say('pointsHow'), 'soft'),
          figuresTable(vote, points(id, groups, keys, say), say),
        ]),
      ];
  }
}

function figuresTable(vote: ReportVote, columns: readonly Column[], say: Words): Table {
  const rows = vote.options.map((option): readonly Runs[] => [
    plain(say.cell(option.rank ?? '–')),
    ownWords(option.heading, say.locale),
    ...columns.map(({ cell }) => plain(cell(option))),
  ]);
  const head = [say('rank'), say('priority'), ...columns.map((column) => column.head)];
  return table(head, rows, [1, 5, ...columns.map(() => 1.6)], 2);
}

/** Measures of everybody, as they are named in the tables. */
function wholeRoom({ options, settings }: ReportVote, say: Words): readonly Column[] {
  const [first] = options;
  return (first === undefined ? [] : measuresOf(first, settings.method, say)).map(({ name }) => ({
    head: name,
    cell: (option) => say.cell(measuresOf(option, settings.method, say).find((one) => one.name === name)?.all ?? '–'),
  }));
}

/** The last of the measures, where anything has one. */
function consensus(vote: ReportVote, say: Words): readonly Column[] {
  const some = vote.options.some(({ agreement }) => shownOf(agreement)?.consensus !== undefined);
  return some ? wholeRoom(vote, say).slice(-1) : [];
}

/** Of what few have answered the whole room's cell says how many, and those of the groups nothing. */
function fewCell(few: number, say: Words): string {
  return `${say('fewAnswered')}: ${few}`;
}

function amounts(groups: Groups, keys: readonly string[], say: Words): readonly Column[] {
  return groups.map(({ id }, at) => ({
    head: keys[at] ?? '',
    cell: ({ dots, approval }) => {
      if (dots !== undefined) return say.cell(cellOf(dots.dotsByGroup, dots.nearlyAll, id, say));
      return approval === undefined ? '–' : say.cell(cellOf(approval.approvalsByGroup, approval.nearlyAll, id, say));
    },
  }));
}

function answersHead(say: Words): string {
  return `${say('agree')} / ${say('disagree')} / ${say('pass')}`;
}

function answers(groups: Groups, keys: readonly string[], say: Words): readonly Column[] {
  return [
    {
      head: say('everybody'),
      cell: ({ agreement }) => {
        const [few, shown] = [fewIn(agreement), shownOf(agreement)];
        return few !== undefined ? fewCell(few, say) : shown === undefined ? '–' : answersOf(shown);
      },
    },
    ...groups.map(({ id }, at) => ({
      head: keys[at] ?? '',
      cell: ({ agreement }: ReportOption) => answersOfGroup(shownOf(agreement), id, say),
    })),
  ];
}

function points(criterion: string, groups: Groups, keys: readonly string[], say: Words): readonly Column[] {
  const resultOf = ({ score }: ReportOption) => shownOf(score?.criteria[criterion]);
  return [
    {
      head: say('everybody'),
      cell: (option) => {
        const few = fewIn(option.score?.criteria[criterion]);
        return few !== undefined ? fewCell(few, say) : pointsOf(resultOf(option)?.counts ?? []) || '–';
      },
    },
    { head: say('spread'), cell: (option) => spread(resultOf(option), say) },
    ...groups.map(({ id }, at) => ({
      head: keys[at] ?? '',
      cell: (option: ReportOption) => pointsOfGroup(resultOf(option), id, say),
    })),
  ];
}

/** "4 (3–5); 0,52": median, middle half, how alike. */
function spread(result: CriterionResult | undefined, say: Words): string {
  if (result?.median === undefined) return '–';
  const { median, q1 = 0, q3 = 0, consensus } = result;
  const middle = `${say.cell(short(median))} (${say.cell(short(q1))}–${say.cell(short(q3))})`;
  return consensus === undefined ? middle : `${middle}; ${say.cell(short(consensus))}`;
}

/** Two digits after the sign; the workbook and the open data have more. */
function short(value: number): number {
  return Number(value.toFixed(2));
}
