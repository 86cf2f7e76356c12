// Endorse: each person's gradient of agreement on each line of the draft, as the draft stood when it first opened.
import { composeDraft } from '../draft/compose';
import { judgedIds, themeLineId } from '../draft/judged';
import { currentOf } from '../draft/wording';
import { reject } from '../rejection';
import type { EndorseState, SessionState } from '../state';
import { activityState, groupsOf } from '../state';
import type { EndorsementResult, JudgedLine, LineView } from '../views';
import type { EndorseDesign, LineId, Theme } from '../vocabulary';
import { judgedResult } from '../voting/endorsement';
import { lineOnView } from '../voting/published-endorsement';
import type { ActivityRules } from './rules';

export const endorse: ActivityRules<EndorseDesign> = {
  kind: 'endorse',
  revealOnlyClosed: true,
  freeze(state, design, wished) {
    const { endorse: standing } = activityState(state, design.id);
    if (isAnswered(standing)) return undefined;
    const judge = wished ?? standing?.judge ?? 'lines';
    return { lines: judgedIds(judge, composeDraft(state).lines, state.design.themes), judge };
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
    if (before === command.level) return [];
    return [{ type: 'EndorsementGiven', data: { participantId, activityId: design.id, lineId, level: command.level } }];
  },
  view(state, _design, activity) {
    const standing = activity.endorse;
    if (standing === undefined) return { kind: 'endorse', lines: [] };
    const { lines } = composeDraft(state);
    const themes = new Map(state.design.themes.map((theme) => [themeLineId(theme.id), theme]));
    const shown = standing.lines.flatMap((id) => {
      const theme = themes.get(id);
      if (theme !== undefined) return [judgedTheme(theme, Object.values(lines))];
      return lines[id] === undefined ? [] : [judgedLine(lines[id])];
    });
    return {
      kind: 'endorse',
      lines: shown,
      ...(activity.revealed ? { results: endorsementResults(state, standing) } : {}),
    };
  },
};

/** Somebody has judged a line, or had judged one when that was published. */
function isAnswered(endorse: EndorseState | undefined): boolean {
  const published = endorse?.publication?.moments ?? [];
  return (endorse?.judgements.size ?? 0) > 0 || published.some(({ standing }) => standing.judgements.size > 0);
}

/** A theme that is judged as a whole, with its goals, so that people see what they judge. */
export function judgedTheme(theme: Theme, lines: readonly LineView[]): JudgedLine {
  const { ky, ru, en } = theme.name;
  const goals = lines.filter(({ kind, themeId }) => kind === 'goal' && themeId === theme.id);
  return {
    id: themeLineId(theme.id),
    kind: 'theme',
    text: { text: ky, lang: 'ky' },
    translations: { ru: { text: ru }, en: { text: en } },
    themeId: theme.id,
    goals: goals.sort((a, b) => a.order - b.order).map(({ text }) => text),
  };
}

function judgedLine({ id, kind, text, translations, themeId, action }: LineView): JudgedLine {
  return {
    id,
    kind,
    text,
    ...(translations === undefined ? {} : { translations: currentOf(translations) }),
    themeId,
    ...(action === undefined ? {} : { action }),
  };
}

export function endorsementResults(
  state: SessionState,
  { lines, publication }: EndorseState,
): Readonly<Record<LineId, EndorsementResult>> {
  const tables = { groupOf: groupsOf(state), workshop: state.design };
  return Object.fromEntries(
    lines.map((id) => [id, judgedResult(lineOnView(publication, id, tables), state.design.smallestCell)]),
  );
}
