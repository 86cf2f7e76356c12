// Writing the draft together at the desk: which wish about a line is right now. Nothing here deletes what people wrote.
import type { Decision } from '../activities/rules';
import { assertNever } from '../assert-never';
import type { LineCommand } from '../commands';
import { ACTION_FIELD_MAX_LENGTH, LINE_MAX_LENGTH, MAX_OWN_LINES, MAX_RELATIONS } from '../limits';
import { reject } from '../rejection';
import type { SessionState } from '../state';
import { cleanText, requireText, textLength } from '../text/clean';
import type { DeskLine } from '../views';
import type { LineId, OwnText } from '../vocabulary';
import { composeDraft } from './compose';
import { EARLIER, findEarlier, statusOf } from './earlier';

type Wish<Type extends LineCommand['type']> = Extract<LineCommand, { type: Type }>;

export function decideWriting(state: SessionState, command: LineCommand): Decision {
  switch (command.type) {
    case 'line.edit':
      return decideEdit(state, command);
    case 'line.translate':
      return decideTranslation(state, command);
    case 'line.relate':
      return decideRelations(state, command);
    case 'line.add':
      return decideAdding(state, command);
    case 'line.join':
      return decideJoining(state, command);
    case 'line.drop':
      return decideDropping(state, command);
    case 'lines.order':
      return decideOrder(state, [...new Set(command.lineIds)]);
    case 'action.report':
      return decideReport(state, command);
    case 'line.light':
      return decideLight(state, command.lineId);
    default:
      return assertNever(command);
  }
}

function findLine(state: SessionState, lineId: LineId): DeskLine | undefined {
  const { lines } = composeDraft(state);
  return Object.hasOwn(lines, lineId) ? lines[lineId] : undefined;
}

function workOf(state: SessionState, lineId: LineId) {
  return Object.hasOwn(state.lineWork, lineId) ? state.lineWork[lineId] : undefined;
}

/** While people judge a line its words stay, and so does the line. */
function isJudged(state: SessionState, lineId: LineId): boolean {
  return Object.values(state.activities).some(
    ({ status, endorse }) => status === 'open' && endorse?.lines.includes(lineId),
  );
}

function decideEdit(state: SessionState, { lineId, base, text: typed, lang, details }: Wish<'line.edit'>): Decision {
  const line = findLine(state, lineId);
  if (line === undefined) return reject('unknown_line');
  const known = cleanDetails(details);
  if (known !== undefined && line.kind !== 'action') return reject('wrong_line');
  const blank = cleanText(typed) === '';
  const text = blank ? '' : requireText(typed, LINE_MAX_LENGTH);
  if (typeof text !== 'string') return text;
  if (Object.values(known ?? {}).some((fact) => textLength(fact) > ACTION_FIELD_MAX_LENGTH)) {
    return reject('text_too_long', { max: ACTION_FIELD_MAX_LENGTH });
  }
  const sameWords = blank
    ? line.original === undefined
    : line.text.text === text && line.text.lang === lang && line.originalChanged === undefined;
  const sameDetails =
    known === undefined ||
    (['who', 'byWhen', 'means', 'sign'] as const).every((key) => (line.action?.[key] ?? '') === known[key]);
  // Said before what has changed meanwhile: a wish sent twice must not be told off.
  if (sameWords && sameDetails) return [];
  const refusal = refuseChange(state, line, base);
  if (refusal !== undefined) return refusal;
  const composed = line.original ?? line.text;
  return [
    {
      type: 'LineEdited',
      data: { lineId, text, lang, composed, ...(known === undefined ? {} : { details: known }) },
    },
  ];
}

function cleanDetails(details: Wish<'line.edit'>['details']) {
  if (details === undefined) return undefined;
  const { who, byWhen, means, sign } = details;
  return { who: cleanText(who), byWhen: cleanText(byWhen), means: cleanText(means), sign: cleanText(sign) };
}

function refuseChange(state: SessionState, line: DeskLine, base: number): ReturnType<typeof reject> | undefined {
  if (isJudged(state, line.id)) return reject('still_open');
  return (line.version ?? 0) === base ? undefined : reject('line_changed');
}

function decideTranslation(state: SessionState, { lineId, base, text: typed, lang }: Wish<'line.translate'>): Decision {
  const line = findLine(state, lineId);
  if (line === undefined) return reject('unknown_line');
  if (line.text.lang === lang) return reject('wrong_line');
  const text = cleanText(typed) === '' ? '' : requireText(typed, LINE_MAX_LENGTH);
  if (typeof text !== 'string') return text;
  const standing = line.translations?.[lang];
  if ((standing?.text ?? '') === text && !standing?.outdated) return [];
  return (
    refuseChange(state, line, base) ?? [{ type: 'LineTranslated', data: { lineId, text, lang, of: line.text.text } }]
  );
}

function decideRelations(state: SessionState, { lineId, base, ...wish }: Wish<'line.relate'>): Decision {
  const line = findLine(state, lineId);
  if (line === undefined) return reject('unknown_line');
  const goalLineIds = [...new Set(wish.goalLineIds)].filter((id) => id !== line.goalLineId);
  const seeAlso = [...new Set(wish.seeAlso)].filter((id) => id !== lineId);
  const goals = goalLineIds.map((id) => findLine(state, id));
  if ([...goals, ...seeAlso.map((id) => findLine(state, id))].includes(undefined)) return reject('unknown_line');
  if (goals.length > 0 && line.kind !== 'action') return reject('wrong_line');
  if (goals.some((goal) => goal?.kind !== 'goal')) return reject('wrong_line');
  const dependsOn: OwnText[] = [];
  for (const { text: typed, lang } of wish.dependsOn) {
    const text = requireText(typed, ACTION_FIELD_MAX_LENGTH);
    if (typeof text !== 'string') return text;
    dependsOn.push({ text, lang });
  }
  if (Math.max(goalLineIds.length, seeAlso.length, dependsOn.length) > MAX_RELATIONS) {
    return reject('too_many_lines', { max: MAX_RELATIONS });
  }
  const relations = { goalLineIds, seeAlso, dependsOn };
  const standing = {
    goalLineIds: line.alsoUnder ?? [],
    seeAlso: line.seeAlso ?? [],
    dependsOn: line.dependsOn ?? [],
  };
  if (JSON.stringify(relations) === JSON.stringify(standing)) return [];
  return refuseChange(state, line, base) ?? [{ type: 'LineRelated', data: { lineId, ...relations } }];
}

function decideAdding(state: SessionState, { lineId, from, ...wish }: Wish<'line.add'>): Decision {
  const text = requireText(wish.text, LINE_MAX_LENGTH);
  if (typeof text !== 'string') return text;
  const { kind, themeId, goalLineId, lang } = wish;
  const standing = workOf(state, lineId)?.added;
  if (standing !== undefined) {
    return standing.text === text && standing.kind === kind && standing.themeId === themeId ? [] : reject('id_taken');
  }
  if (!lineId.startsWith('own:')) return reject('id_taken');
  if (!state.design.themes.some(({ id }) => id === themeId)) return reject('unknown_theme');
  const source = from === undefined ? undefined : findLine(state, from);
  if (from !== undefined && source === undefined) return reject('unknown_line');
  if (source !== undefined && (source.kind !== kind || source.themeId !== themeId)) return reject('wrong_line');
  if (kind === 'action') {
    const goal = goalLineId === undefined ? undefined : findLine(state, goalLineId);
    if (goal === undefined) return reject('unknown_line');
    if (goal.kind !== 'goal' || goal.themeId !== themeId) return reject('wrong_line');
  } else if (goalLineId !== undefined) return reject('wrong_line');
  const own = Object.values(state.lineWork).filter(({ added }) => added !== undefined).length;
  if (own >= MAX_OWN_LINES) return reject('too_many_lines', { max: MAX_OWN_LINES });
  return [
    {
      type: 'LineAdded',
      data: {
        lineId,
        kind,
        themeId,
        ...(goalLineId === undefined ? {} : { goalLineId }),
        ...(from === undefined ? {} : { from }),
        text,
        lang,
      },
    },
  ];
}

function decideJoining(state: SessionState, { lineId, into }: Wish<'line.join'>): Decision {
  const joinedInto = workOf(state, lineId)?.joinedInto ?? null;
  if (joinedInto === into) return [];
  if (into === null) {
    if (joinedInto !== null && isJudged(state, joinedInto)) return reject('still_open');
    return [{ type: 'LineJoined', data: { lineId, into } }];
  }
  const [line, target] = [findLine(state, lineId), findLine(state, into)];
  if (line === undefined || target === undefined) return reject('unknown_line');
  if (line === target || line.kind !== target.kind || line.themeId !== target.themeId) return reject('wrong_line');
  if (isJudged(state, lineId) || isJudged(state, into)) return reject('still_open');
  return [{ type: 'LineJoined', data: { lineId, into } }];
}

function decideDropping(state: SessionState, { lineId, dropped }: Wish<'line.drop'>): Decision {
  if ((workOf(state, lineId)?.dropped ?? false) === dropped) {
    return dropped || findLine(state, lineId) !== undefined ? [] : reject('unknown_line');
  }
  if (dropped && findLine(state, lineId) === undefined) return reject('unknown_line');
  if (isJudged(state, lineId)) return reject('still_open');
  return [{ type: 'LineDropped', data: { lineId, dropped } }];
}

function decideOrder(state: SessionState, lineIds: readonly LineId[]): Decision {
  const lines = lineIds.map((id) => findLine(state, id));
  const [first] = lines;
  if (first === undefined || lines.includes(undefined)) return reject('unknown_line');
  const among = (line: DeskLine | undefined) =>
    line?.kind === first.kind && line.themeId === first.themeId && line.goalLineId === first.goalLineId;
  if (!lines.every(among)) return reject('wrong_line');
  const standing = Object.values(composeDraft(state).lines)
    .filter(among)
    .sort((a, b) => a.order - b.order);
  const wished = [...lineIds, ...standing.map(({ id }) => id).filter((id) => !lineIds.includes(id))];
  if (standing.every(({ id }, place) => id === wished[place])) return [];
  return [{ type: 'LinesOrdered', data: { lineIds: wished } }];
}

/** Of the earlier vision, whether the draft still carries it or not. */
function decideReport(state: SessionState, { lineId, status }: Wish<'action.report'>): Decision {
  const line = findEarlier(state, lineId);
  if (line === undefined) return reject('unknown_line');
  if (line.kind !== 'action') return reject('wrong_line');
  return status === statusOf(state, lineId) ? [] : [{ type: 'ActionReported', data: { lineId, status } }];
}

function decideLight(state: SessionState, lineId: LineId | null): Decision {
  if (lineId === state.litLineId) return [];
  if (lineId === EARLIER && state.earlier !== null) return [{ type: 'LineLit', data: { lineId } }];
  if (lineId !== null && findLine(state, lineId) === undefined) return reject('unknown_line');
  return [{ type: 'LineLit', data: { lineId } }];
}
