// What votes of any method showed, as rows: one measure a row, so that one table holds all of them; and what they decided.

import type { Recorded } from '../engine/state';
import type { OwnText, VoteMethod, VoteRule, VoteSettings } from '../engine/vocabulary';
import { IMPORTANT_FROM } from '../engine/voting/measures/distribution';
import { fewIn, shownOf } from '../engine/voting/publishing/few';
import type { Bounds } from '../engine/voting/publishing/suppression';
import { firstCriterion } from '../engine/voting/selecting/support';
import type {
  AgreementFigures,
  AgreementResult,
  CriterionResult,
  OptionFigures,
} from '../engine/voting/telling/figures';
import { ownWords, plain, quoting, type Runs } from './document';
import type { ReportOption, ReportReason, ReportVote } from './report-votes';
import type { Words } from './words';

type Cell = string | number;
/** A figure of the whole room, with its split where there is one. Groups missing from the split are withheld. */
export type Measure = {
  readonly name: string;
  readonly all: Cell;
  readonly byGroup?: Readonly<Record<string, number>>;
  /** Groups that (nearly) all answered so: at least this many. */
  readonly bounds?: Bounds;
};

/** A group's figure, the bound it is known by, or that it is withheld. */
export function cellOf(
  byGroup: Readonly<Record<string, Cell>>,
  bounds: Bounds | undefined,
  group: string,
  say: Words,
): Cell {
  const bound = bounds?.[group];
  return byGroup[group] ?? (bound === undefined ? say('withheld') : `≥ ${bound.atLeast}`);
}

/** "1⁄23" with the fraction slash: a spreadsheet that opens "1/23" makes a date of it. */
export function exactFigure(fraction: string | undefined): string {
  return (fraction ?? '').replace('/', '\u2044');
}

const SIDES = ['agree', 'disagree', 'pass'] as const;

/** "12/3/4": who agrees, disagrees and passes, in one cell. */
export function answersOf(figures: AgreementFigures): string {
  return SIDES.map((side) => figures[side]).join('/');
}

/** The same of a group, or "Agree: ≥ 5" where (nearly) all of it said so. */
export function answersOfGroup(result: AgreementResult | undefined, group: string, say: Words): string {
  const own = result?.byGroup[group];
  if (own !== undefined) return answersOf(own);
  const bound = result?.nearlyAll?.[group];
  return bound === undefined ? say('withheld') : `${say(SIDES[bound.point ?? 0] ?? 'agree')}: ≥ ${bound.atLeast}`;
}

/** "0·2·5·3·1": how many gave each point, in one cell. */
export function pointsOf(counts: readonly number[]): string {
  return counts.join('·');
}

/** The same of a group, or "4: ≥ 5" where (nearly) all of it gave this point. */
export function pointsOfGroup(result: CriterionResult | undefined, group: string, say: Words): string {
  const own = result?.countsByGroup[group];
  if (own !== undefined) return pointsOf(own);
  const bound = result?.nearlyAll?.[group];
  return bound === undefined ? say('withheld') : `${(bound.point ?? 0) + 1}: ≥ ${bound.atLeast}`;
}

/** The bounds that speak of one point of a histogram; of the others such a group is withheld. */
function boundsAt(bounds: Bounds | undefined, point: number): { readonly bounds?: Bounds } {
  if (bounds === undefined) return {};
  return { bounds: Object.fromEntries(Object.entries(bounds).filter(([, bound]) => bound.point === point)) };
}

function boundsOf({ nearlyAll }: { readonly nearlyAll?: Bounds }): { readonly bounds?: Bounds } {
  return nearlyAll === undefined ? {} : { bounds: nearlyAll };
}

const SHOWN_DIGITS = 3;
const short = (value: number): number => Number(value.toFixed(SHOWN_DIGITS));

/** "21/2" as a figure to read. */
function decimal(fraction: string): number {
  const [n = 0, d = 1] = fraction.split('/').map(Number);
  return short(n / d);
}

/** The votes that decide where groups count the same; a group that is withheld withholds them. */
function weighted(figures: Measured, say: Words): readonly Measure[] {
  const { weightedVotes: votes } = figures;
  if (votes === undefined) return [];
  return [{ name: say('weightedVotes'), all: votes === null ? say('withheld') : decimal(votes) }];
}

type Measured = OptionFigures & Pick<ReportOption, 'weightedVotes'>;

export function measuresOf(figures: Measured, method: VoteMethod, say: Words): readonly Measure[] {
  const { dots, approval, score, ranking } = figures;
  const few = fewIn(figures.agreement);
  if (few !== undefined) return [{ name: say('fewAnswered'), all: few }];
  const agreement = shownOf(figures.agreement);
  if (dots !== undefined)
    return [
      { name: say('dots'), all: dots.dots, byGroup: dots.dotsByGroup, ...boundsOf(dots) },
      { name: say('supporters'), all: dots.supporters },
      ...weighted(figures, say),
    ];
  if (approval !== undefined)
    return [
      { name: say('approvals'), all: approval.approvals, byGroup: approval.approvalsByGroup, ...boundsOf(approval) },
      ...weighted(figures, say),
    ];
  if (agreement !== undefined)
    return [
      ...SIDES.map((side, point) => ({
        name: say(side),
        all: agreement[side],
        byGroup: Object.fromEntries(Object.entries(agreement.byGroup).map(([group, counts]) => [group, counts[side]])),
        ...boundsAt(agreement.nearlyAll, point),
      })),
      ...(agreement.consensus === undefined ? [] : [{ name: say('groupConsensus'), all: short(agreement.consensus) }]),
    ];
  if (ranking !== undefined)
    return [
      { name: say('borda'), all: ranking.borda },
      { name: say('named'), all: ranking.named },
      ...(ranking.schulzeTier === undefined ? [] : [{ name: say('schulze'), all: ranking.schulzeTier }]),
    ];
  if (score === undefined || method.name !== 'score') return [];
  return method.criteria.flatMap(({ id, name }) => {
    const titled = (what: string): string => `${name[say.locale]}: ${what}`;
    const fewHere = fewIn(score.criteria[id]);
    if (fewHere !== undefined) return [{ name: titled(say('fewAnswered')), all: fewHere }];
    const result = shownOf(score.criteria[id]);
    if (result === undefined) return [];
    return [
      ...result.counts.map((people, at) => ({
        name: titled(String(at + 1)),
        all: people,
        byGroup: Object.fromEntries(
          Object.entries(result.countsByGroup).map(([group, counts]) => [group, counts[at] ?? 0]),
        ),
        ...boundsAt(result.nearlyAll, at),
      })),
      ...(result.median === undefined
        ? []
        : [
            { name: titled(say('median')), all: short(result.median) },
            { name: titled(say('lowerMedian')), all: result.lowerMedian ?? '–' },
            {
              name: titled(say('quartiles')),
              all: `${say.cell(short(result.q1 ?? 0))}–${say.cell(short(result.q3 ?? 0))}`,
            },
          ]),
      ...(result.consensus === undefined ? [] : [{ name: titled(say('alike')), all: short(result.consensus) }]),
    ];
  });
}

const METHOD_WORDS = {
  dots: 'methodDots',
  approval: 'methodApproval',
  score: 'methodScore',
  ranking: 'methodRanking',
  agreement: 'methodAgreement',
} as const;
const RULE_WORDS = {
  most_supported: 'mostSupported',
  fair_share: 'fairShare',
  borda: 'borda',
  schulze: 'schulze',
  consensus: 'groupConsensus',
  median: 'median',
} as const;

export function methodWord({ name }: VoteMethod, say: Words): string {
  return say(METHOD_WORDS[name]);
}

/** "dots, 10 each, at most 3 on one": the method with what a ballot may hold. */
export function ballotWord(design: VoteMethod, say: Words): string {
  const method = methodWord(design, say);
  switch (design.name) {
    case 'dots':
      return say('ballotDots', { method, budget: design.budget, cap: design.cap });
    case 'approval':
      return say('ballotApproval', { method, max: design.max });
    case 'score':
      return say('ballotScore', { method, scale: design.scale });
    case 'ranking':
      return design.top === undefined ? method : say('ballotRanking', { method, top: design.top });
    case 'agreement':
      return method;
  }
}

export function ruleWord(rule: VoteRule, say: Words): string {
  return say(RULE_WORDS[rule]);
}

export function weightsWord({ settings: { weights } }: ReportVote, say: Words): string {
  return say(weights === 'group' ? 'weightsGroup' : 'weightsPerson');
}

/** "2 of each theme". */
export function placesWord({ settings: { places, per } }: ReportVote, say: Words): string {
  return per === 'theme' ? say('placesPerTheme', { places }) : String(places);
}

const NOT_CHOSEN_WORDS = {
  nobody_voted: 'whyNobodyVoted',
  not_judged: 'whyNotJudged',
  few_answers: 'whyFewAnswers',
  no_support: 'whyNoSupport',
  tied: 'whyTied',
  no_place: 'whyNoPlace',
} as const;

/** Why an option is chosen or not, in one phrase; then what people made of it, where that is something else. */
export function whyText({ settings }: ReportVote, option: ReportOption, say: Words): string {
  const { place, notChosen, isGoal } = option;
  const reason = settings.rule === 'fair_share' ? option.fairShare : option.mostSupported;
  const byPlace =
    place === undefined
      ? notChosen === undefined
        ? '–'
        : say(NOT_CHOSEN_WORDS[notChosen])
      : reason === undefined
        ? say('whyPlace', { place })
        : reasonText(reason, say);
  const byVote = withScore(byPlace, settings, option, say);
  const people = isGoal === (place !== undefined) ? undefined : isGoal ? say('goalAdded') : say('goalLeftOut');
  return people === undefined ? byVote : `${byVote}; ${people}`;
}

/** What a score vote was decided by. Where groups count the same that is weighted, and not to be had from what is shown. */
function withScore(why: string, { method, weights }: VoteSettings, { score }: ReportOption, say: Words): string {
  const points = weights === 'group' ? undefined : shownOf(score?.criteria[firstCriterion(method)]);
  if (points?.lowerMedian === undefined) return why;
  const high = points.counts.slice(IMPORTANT_FROM - 1).reduce((sum, people) => sum + people, 0);
  const all = points.counts.reduce((sum, people) => sum + people, 0);
  return say('whyScore', { why, median: points.lowerMedian, high, all });
}

/** Of scores: which criterion decides, and which do not. */
export function criteriaNotes({ settings: { method } }: ReportVote, say: Words): readonly string[] {
  if (method.name !== 'score') return [];
  const [first, ...others] = method.criteria.map(({ name }) => name[say.locale]);
  return [
    say('scoreDecides', { first: first ?? '' }),
    ...(others.length === 0 ? [] : [say('scoreOthers', { others: others.join(', ') })]),
  ];
}

/** Which of two ranks decides, where every group counts the same. Undefined where there is one alone. */
export function twoRanksNote({ options }: ReportVote, say: Words): string | undefined {
  return options.some(({ rankByPerson }) => rankByPerson !== undefined) ? say('ranksByGroup') : undefined;
}

/** What the outcome says as a whole: nobody voted, places stay empty, people decided otherwise and why. */
export function outcomeNotes(vote: ReportVote, say: Words): readonly Runs[] {
  const { ballots, whyEmpty, departure, bordaBeaten } = vote;
  const ours = (text: string): Runs => plain(text, 'bold');
  const quotes = (texts: readonly OwnText[]): Runs =>
    texts.flatMap((text, at) => [...ours(at === 0 ? '«' : ', «'), ...ownWords(text, say.locale), ...ours('»')]);
  return [
    ...(ballots === 0 ? [ours(say('nobodyVoted'))] : []),
    ...whyEmpty.map(({ theme, count, why }) =>
      ours([...(theme === undefined ? [] : [theme[say.locale]]), say(`empty_${why}`, { count })].join('. ')),
    ),
    ...(departure === undefined
      ? []
      : [departureRuns(departure, say), ...recordedText(departure.recorded, say).map(ours)]),
    ...(bordaBeaten.length === 0
      ? []
      : [quoting((options) => say('bordaBeaten', { options }), quotes(bordaBeaten), 'bold')]),
  ];
}

function departureRuns({ reason: words }: NonNullable<ReportVote['departure']>, say: Words): Runs {
  if (words === undefined) return plain(say('departureNoReason'), 'bold');
  return quoting((reason) => say('departure', { reason }), ownWords(words, say.locale), 'bold');
}

/** "Recorded: 28 November 2026, 14:05 (UTC+6), at the facilitator's desk (Aigul)." */
function recordedText(recorded: Recorded | undefined, say: Words): readonly string[] {
  if (recorded === undefined) return [];
  const { at, by } = recorded;
  const desk = say('changedAtDesk');
  return [say('recorded', { at: say.moment(at), desk: by === undefined ? desk : `${desk} (${by})` })];
}

/** "1 · people: 14, groups: 4". Nobody stands behind a place that only filled the list. */
export function reasonText(reason: ReportReason | undefined, say: Words): string {
  if (reason === undefined) return '–';
  const { place, people, groups, phase } = reason;
  if (phase === 'unsupported') return `${place} · ${say('unsupported')}`;
  // Of groups that are all too small to be shown it is not said how many they were.
  return groups === 0 ? say('reasonFew', { place, people }) : say('reason', { place, people, groups });
}

/** The warnings that belong beside the outcome, in words. */
export function warningsOf(
  { flags, settingsChanged, settingsRecorded }: ReportVote,
  nameOfGroup: (id: string) => string,
  say: Words,
): readonly string[] {
  const list = (ids: readonly string[]): string => ids.map(nameOfGroup).join(', ');
  return [
    ...(settingsChanged ? [[say('settingsChanged'), ...recordedText(settingsRecorded, say)].join(' ')] : []),
    ...(flags === undefined
      ? []
      : [
          ...(flags.tiedAtCut ? [say('flagTied')] : []),
          ...(flags.close ? [say('flagClose')] : []),
          ...(flags.lowTurnout ? [say('flagLowTurnout')] : []),
          ...(flags.notHeard.length > 0 ? [say('flagNotHeard', { groups: list(flags.notHeard) })] : []),
          ...(flags.lowTurnoutGroups.length > 0 ? [say('flagFewOf', { groups: list(flags.lowTurnoutGroups) })] : []),
        ]),
  ];
}
