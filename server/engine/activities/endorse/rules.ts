// Endorse: each person's gradient of agreement on each line of the draft, as the draft stood when it first opened.

import { composeDraft, judgementOf } from '../../draft/compose';
import { judgedIds, themeLineId } from '../../draft/judged';
import { besideWords, changeOf, judgedWords, outOf, readsOtherwise } from '../../draft/judged-wording';
import { currentOf } from '../../draft/wording';
import { wordingsNow } from '../../draft/wordings-now';
import type { JudgedWording } from '../../events';
import { reject } from '../../rejection';
import type { SessionState } from '../../state';
import { activityState, groupsOf } from '../../state';
import { actionDetails, words } from '../../told';
import type { DeskLine, EndorsementResult, JudgedWords } from '../../views';
import type { ActivityId, LineId, ParticipantId, ThemeId } from '../../vocabulary';
import { judgesByGroup, publishEndorsement } from '../../voting/publishing/published-endorsement';
import type { ActivityRules, Frozen } from '../rules';
import { endorseFacts } from './facts';
import { foldJudgedAnew, foldLinesOpened } from './fold-judged';
import { practice } from './practice';
import { endorseSchema } from './schema';
import type { EndorseState, JudgedLine } from './types';

export const endorse: ActivityRules<'endorse'> = {
  practice,
  traits: { secret: true },
  schema: endorseSchema,
  facts: endorseFacts,
  isNothing: ({ lines }) => lines?.length === 0,
  opened: (state, _design, opened) =>
    opened.lines === undefined ? foldJudgedAnew(state, opened) : foldLinesOpened(state, opened),
  ownersOfOpening: (before, { activityId, wordings = {} }) => judgesOf(before, activityId, Object.keys(wordings)),
  closed: ({ endorse: standing }, present) => (standing === undefined ? {} : { endorse: { ...standing, present } }),
  revealed(state, design, { seq }) {
    const { endorse: standing } = activityState(state, design.id);
    if (standing === undefined) return {};
    const tables = { lines: standing.lines, groupOf: groupsOf(state), workshop: state.design, rules: state.rules };
    return { endorse: { ...standing, publication: publishEndorsement(standing.publication, seq, standing, tables) } };
  },
  unopened: ({ endorse: _, ...rest }) => rest,
  published(state, { endorse: standing }) {
    const judged = standing?.publication?.moments.at(-1)?.standing;
    return judged && { people: judgesByGroup(judged, state), present: judged.present };
  },
  mine({ activities }, participantId) {
    const judged = Object.values(activities).map((activity) => activity.endorse?.judgements.get(participantId));
    return { endorsements: Object.assign({}, ...judged) };
  },
  freeze(state, design, wished) {
    const { endorse: standing } = activityState(state, design.id);
    const judge = wished ?? standing?.judge ?? 'lines';
    if (standing !== undefined && isAnswered(standing)) return freezeAnew(state, standing);
    const lines = judgedIds(judge, composeDraft(state).lines, state.design.themes);
    return { lines, judge, wordings: wordingsNow(state, lines) };
  },
  decide(state, design, participantId, command) {
    const { endorse: standing } = activityState(state, design.id);
    if (standing === undefined) return reject('activity_closed');
    if (command.type !== 'endorsement.give' && command.type !== 'endorsement.withdraw') return reject('wrong_activity');
    const { lineId } = command;
    if (!standing.lines.includes(lineId)) return reject('unknown_line');
    const before = standing.judgements.get(participantId)?.[lineId];
    if (command.type === 'endorsement.withdraw') {
      return before === undefined
        ? []
        : [{ type: 'EndorsementWithdrawn', data: { participantId, activityId: design.id, lineId } }];
    }
    // It was given to other words than those that are judged now.
    if ((command.round ?? 1) !== (standing.rounds[lineId] ?? 1)) return reject('line_changed');
    if (before === command.level) return [];
    return [{ type: 'EndorsementGiven', data: { participantId, activityId: design.id, lineId, level: command.level } }];
  },
  view(state, _design, activity) {
    const standing = activity.endorse;
    if (standing === undefined) return { kind: 'endorse', lines: [] };
    const { lines } = composeDraft(state);
    const themes = new Set(state.design.themes.map(({ id }) => themeLineId(id)));
    const isOut = outOf(state);
    const shown = standing.lines.flatMap((id): readonly JudgedLine[] => {
      const wording = standing.wordings[id];
      // What may not be read is judged no more, until it is opened to judgement in other words.
      if (wording === undefined || isOut(id, wording.text)) return [];
      const round = standing.rounds[id];
      const again = round === undefined ? {} : { round };
      if (themes.has(id)) return [{ ...judgedTheme(id.slice('theme:'.length), judgedWords(wording, isOut)), ...again }];
      // What left the draft is judged no more.
      return lines[id] === undefined ? [] : [{ ...judgedLine(lines[id], wording), ...again }];
    });
    return {
      kind: 'endorse',
      lines: shown,
      ...(activity.revealed ? { results: endorsementResults(state, standing) } : {}),
    };
  },
};

/** Whose judgements of these lines end because their words are judged anew. */
function judgesOf(state: SessionState, activityId: ActivityId, lines: readonly LineId[]): readonly ParticipantId[] {
  const judgements = state.activities[activityId]?.endorse?.judgements;
  if (judgements === undefined || lines.length === 0) return [];
  return [...judgements.entries()].filter(([, own]) => lines.some((id) => own[id] !== undefined)).map(([id]) => id);
}

/** Lines that read otherwise than they were judged, and lines that are new; the others keep their judgements. */
function freezeAnew(state: SessionState, { judge, wordings }: EndorseState): Frozen | undefined {
  const ids = judgedIds(judge, composeDraft(state).lines, state.design.themes);
  const anew = Object.entries(wordingsNow(state, ids)).filter(([id, now]) => {
    const judged = wordings[id];
    return judged === undefined || readsOtherwise(judged, now);
  });
  return anew.length === 0 ? undefined : { wordings: Object.fromEntries(anew) };
}

/** Somebody has judged a line, or had judged one when that was published. */
function isAnswered(endorse: EndorseState): boolean {
  const published = endorse.publication?.moments ?? [];
  return endorse.judgements.size > 0 || published.some(({ standing }) => standing.judgements.size > 0);
}

/** A theme that is judged as a whole, with its goals, so that people see what they judge. */
function judgedTheme(themeId: ThemeId, { text, translations, goals = [], goalsOut }: JudgedWords): JudgedLine {
  return {
    id: themeLineId(themeId),
    kind: 'theme',
    text,
    ...(translations === undefined ? {} : { translations: asTranslations(translations) }),
    themeId,
    goals,
    ...(goalsOut === undefined ? {} : { goalsOut }),
  };
}

/** In the words it is judged by; how it reads now where that is otherwise. */
function judgedLine(line: DeskLine, wording: JudgedWording): JudgedLine {
  const { text, translations, details } = wording;
  return {
    id: line.id,
    kind: line.kind,
    text: words(text),
    ...(translations === undefined ? {} : { translations: asTranslations(translations) }),
    themeId: line.themeId,
    ...(details === undefined ? {} : { action: { what: text.text, ...actionDetails(details) } }),
    ...(text.text === line.text.text ? {} : { now: wordsOf(line) }),
  };
}

function wordsOf({ text, translations = {} }: DeskLine): NonNullable<JudgedLine['now']> {
  const current = currentOf(translations);
  return { text, ...(Object.keys(current).length === 0 ? {} : { translations: current }) };
}

function asTranslations(texts: NonNullable<JudgedWording['translations']>): NonNullable<JudgedLine['translations']> {
  return Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, { text }]));
}

function endorsementResults(state: SessionState, standing: EndorseState): Readonly<Record<LineId, EndorsementResult>> {
  const now = wordingsNow(state, standing.lines);
  return Object.fromEntries(
    standing.lines.flatMap((id) => {
      const judgement = judgementOf(state, standing, id);
      const reads = now[id];
      if (judgement === undefined || reads === undefined) return [];
      return [[id, besideWords(judgement, reads, changeOf(state, id))] as const];
    }),
  );
}
