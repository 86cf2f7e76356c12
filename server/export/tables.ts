// The tables of a session, in a language and without a format yet. Counts only; small cells are withheld in the report.
import { standingWordingIn } from '../engine/draft/wording';
import { AGREEMENT_LEVELS, type Locale } from '../engine/vocabulary';
import type { TableName } from '../protocol/downloads';
import { aboutRows } from './about-rows';
import { besideLanguage } from './beside-language';
import { distinctNames } from './distinct-names';
import { becameOf } from './earlier-words';
import { hadAnswers } from './had-answers';
import { changedWhen, changedWho, groupTexts, wordsOfJudged } from './judgement-words';
import { linesTable, supportColumns } from './lines-table';
import type { Report, ReportEndorsement } from './report';
import type { Table } from './table';
import {
  ballotWord,
  cellOf,
  exactFigure,
  measuresOf,
  methodWord,
  placesWord,
  ruleWord,
  weightsWord,
  whyText,
} from './vote-tables';
import { type Words, wordsIn } from './words';

export function buildTable(report: Report, name: TableName, locale: Locale): Table {
  const { head, rows } = BUILD[name](report, wordsIn(locale, report.timeZone));
  return { head: distinctNames(head), rows };
}

const BUILD: { readonly [Name in TableName]: (report: Report, say: Words) => Table } = {
  lines: linesTable,

  ideas: ({ ideas }, say) => ({
    head: [say('number'), say('activity'), say('theme'), say('horizon'), say('text'), say('language'), say('priority')],
    rows: ideas.map(({ number, activity, theme, horizon, text, lang, priority }) => [
      number,
      activity[say.locale],
      theme?.[say.locale] ?? '',
      horizon?.[say.locale] ?? '',
      text,
      lang,
      priority ?? '',
    ]),
  }),

  answers: ({ questions }, say) => ({
    head: [say('number'), say('activity'), say('question'), say('text'), say('language'), say('seconders')],
    rows: questions.flatMap(({ title, prompt, answers }) =>
      answers.map(({ number, text, lang, seconders = 0 }) => [
        number,
        title[say.locale],
        prompt[say.locale],
        text,
        lang,
        seconders,
      ]),
    ),
  }),

  priorities: ({ priorities }, say) => ({
    head: [say('number'), say('theme'), say('horizon'), say('text'), say('language'), say('ideas'), say('goal')],
    rows: priorities.map(({ number, theme, horizon, heading, ideas, isGoal }) => [
      number,
      theme[say.locale],
      horizon[say.locale],
      heading.text,
      heading.lang,
      ideas,
      say(isGoal ? 'yes' : 'no'),
    ]),
  }),

  votes: ({ votes, groups }, say) => ({
    head: [
      say('activity'),
      say('rank'),
      say('theme'),
      say('text'),
      say('language'),
      say('dots'),
      say('supporters'),
      say('ballots'),
      ...groups.map(({ name }) => name[say.locale]),
      say('goal'),
      say('rankByPerson'),
      say('weightedVotes'),
    ],
    rows: votes.flatMap(({ title, settings, ballots, options }) =>
      options.flatMap(({ rank, theme, heading, dots, isGoal, ...option }) =>
        dots === undefined
          ? []
          : [
              [
                title[say.locale],
                rank ?? '',
                theme[say.locale],
                heading.text,
                heading.lang,
                dots.dots,
                dots.supporters,
                ballots,
                ...groups.map(({ id }) => cellOf(dots.dotsByGroup, dots.nearlyAll, id, say)),
                say(isGoal ? 'yes' : 'no'),
                option.rankByPerson ?? '',
                measuresOf({ dots, ...option }, settings.method, say).find(({ name }) => name === say('weightedVotes'))
                  ?.all ?? '',
              ],
            ],
      ),
    ),
  }),

  results: ({ votes, groups }, say) => ({
    head: [
      say('activity'),
      say('method'),
      say('rank'),
      say('theme'),
      say('text'),
      say('language'),
      say('measure'),
      say('everybody'),
      ...groups.map(({ name }) => name[say.locale]),
    ],
    rows: votes.flatMap((vote) =>
      vote.options.flatMap((option) =>
        measuresOf(option, vote.settings.method, say).map(({ name, all, byGroup, bounds }) => [
          vote.title[say.locale],
          methodWord(vote.settings.method, say),
          option.rank ?? '',
          option.theme[say.locale],
          option.heading.text,
          option.heading.lang,
          name,
          all,
          // Some measures are of the whole room only.
          ...groups.map(({ id }) => (byGroup === undefined ? '' : cellOf(byGroup, bounds, id, say))),
        ]),
      ),
    ),
  }),

  outcomes: ({ votes }, say) => ({
    head: [
      say('activity'),
      say('method'),
      say('rule'),
      say('places'),
      say('weights'),
      say('ballots'),
      say('joined'),
      say('text'),
      say('language'),
      say('place'),
      say('mostSupported'),
      say('fairShare'),
      say('price'),
      say('people'),
      say('groups'),
      say('tied'),
      say('byPerson'),
      say('rank'),
      say('chosen'),
      say('why'),
      say('goal'),
      say('departureReason'),
      say('rankByPerson'),
      say('reasonLanguage'),
    ],
    rows: votes.flatMap((vote) =>
      vote.options.map((option) => {
        const { heading, place, mostSupported, fairShare, tiedAtCut, selectedByPerson } = option;
        const reason = option.isGoal === (place !== undefined) ? undefined : vote.departure?.reason;
        const deciding = vote.settings.rule === 'fair_share' ? fairShare : mostSupported;
        return [
          vote.title[say.locale],
          ballotWord(vote.settings.method, say),
          ruleWord(vote.settings.rule, say),
          placesWord(vote, say),
          weightsWord(vote, say),
          vote.ballots,
          vote.joined,
          heading.text,
          heading.lang,
          place ?? '',
          mostSupported?.place ?? '',
          fairShare?.place ?? '',
          exactFigure(deciding?.price),
          deciding?.people ?? '',
          deciding?.groups ?? '',
          say(tiedAtCut ? 'yes' : 'no'),
          selectedByPerson === undefined ? '' : say(selectedByPerson ? 'yes' : 'no'),
          option.rank ?? '',
          say(place === undefined ? 'no' : 'yes'),
          whyText(vote, option, say),
          say(option.isGoal ? 'yes' : 'no'),
          reason?.text ?? '',
          option.rankByPerson ?? '',
          reason?.lang ?? '',
        ];
      }),
    ),
  }),

  actions: ({ actions }, say) => ({
    head: [
      say('number'),
      say('theme'),
      say('goal'),
      say('what'),
      say('who'),
      say('byWhen'),
      say('means'),
      say('sign'),
      say('language'),
    ],
    rows: actions.map(({ number, theme, goal, what, who, byWhen, means, sign, lang }) => [
      number,
      theme[say.locale],
      besideLanguage(goal, lang),
      what,
      who,
      byWhen,
      means,
      sign,
      lang,
    ]),
  }),

  endorsements: ({ endorsements, groups }, say) => ({
    head: [
      say('kind'),
      say('line'),
      say('language'),
      ...AGREEMENT_LEVELS.map((level) => `${level}. ${say.level(level)}`),
      say('given'),
      say('supportPeople'),
      say('base'),
      say('support'),
      say('discuss'),
      say('against'),
      say('mark'),
      say('dissentTitle'),
      say('round'),
      say('readsNow'),
      say('changedAt'),
      say('changedWho'),
    ],
    rows: endorsements.map(({ kind, judged, round, figures, changed, now }) => [
      say(kind),
      ...wordsOf(kind, judged, say.locale),
      ...AGREEMENT_LEVELS.map((level) => figures.counts?.[level - 1] ?? ''),
      ...supportColumns(figures),
      figures.discuss ?? '',
      figures.against ?? '',
      figures.mark === undefined ? '' : say(figures.mark),
      groupTexts(figures, groups, say).join('; '),
      round,
      now === undefined
        ? ''
        : wordsOfJudged(now, say)
            .map((text) => besideLanguage(text, judged.text.lang))
            .join('; '),
      changed === undefined ? '' : changedWhen(changed, say),
      changed === undefined ? '' : changedWho(changed, say),
    ]),
  }),

  turnout: ({ turnout, groups }, say) => ({
    head: [say('activity'), say('status'), say('joined'), say('took'), ...groups.map(({ name }) => name[say.locale])],
    rows: turnout.map((step) => [
      step.title[say.locale],
      say(step.status),
      step.joined,
      ...(hadAnswers(step)
        ? [step.tookPart, ...groups.map(({ id }) => step.tookPartByGroup[id] ?? say('withheld'))]
        : ['–', ...groups.map(() => '–')]),
    ]),
  }),

  earlier: ({ earlier }, say) => ({
    head: [
      say('kind'),
      say('text'),
      say('language'),
      say('goal'),
      say('who'),
      say('byWhen'),
      say('means'),
      say('sign'),
      say('becameOf'),
    ],
    rows: (earlier?.lines ?? []).map((line) => {
      const { kind, text, goalLineId, who = '', byWhen = '', means = '', sign = '' } = line;
      const of = earlier?.lines.find(({ id }) => id === goalLineId)?.text;
      const goal = of === undefined ? '' : besideLanguage(of, text.lang);
      return [say(kind), text.text, text.lang, goal, who, byWhen, means, sign, becameOf(line, say)];
    }),
  }),

  // In a table of its own: a line before a table's head would make it one that no program reads.
  about: (report, say) => ({ head: [say('aboutWhat'), say('aboutValue')], rows: aboutRows(report, say) }),

  'participants-by-group': ({ groups, joined, joinedByGroup }, say) => ({
    head: [say('group'), say('people')],
    rows: [...groups.map(({ id, name }) => [name[say.locale], joinedByGroup[id] ?? 0]), [say('total'), joined]],
  }),
};

/** As it was judged; a theme has a name in every language. */
function wordsOf(
  kind: ReportEndorsement['kind'],
  judged: ReportEndorsement['judged'],
  locale: Locale,
): readonly [text: string, lang: Locale] {
  const { text, lang } = kind === 'theme' ? standingWordingIn(judged, locale) : judged.text;
  return [text, lang];
}
