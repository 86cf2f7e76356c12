// What the room's judgement of a line comes to, in words: how many support it, of how many, minority views, the words it was
// given for where the line reads otherwise since, and why something stays open.

import { standingWordingIn } from '../engine/draft/wording';
import type { ChangedSince, EndorsementResult, JudgedWords, OpenPoint } from '../engine/views';
import type { OwnText, StakeholderGroup } from '../engine/vocabulary';
import type { Dissent } from '../engine/voting/publishing/agreement-mark';
import { groupsAway } from '../engine/voting/publishing/agreement-mark';
import type { JudgedFigures } from '../engine/voting/publishing/endorsement';
import type { Part } from './part';
import type { DraftWord, Words } from './words';

const DISSENT = { discussion: 'dissentDiscussion', rejection: 'dissentRejection' } as const;

/** "Heads of bodies: 3 of 8 ask for more discussion", one sentence a group and wish. */
function dissentTexts(
  dissent: readonly Dissent[] | undefined,
  groups: readonly StakeholderGroup[],
  say: Words,
): readonly string[] {
  return (dissent ?? []).map(({ groupId, asks, people, of, atLeast }) =>
    say(DISSENT[asks], {
      group: groups.find(({ id }) => id === groupId)?.name[say.locale] ?? groupId,
      people: atLeast ? `≥ ${people}` : people,
      of,
    }),
  );
}

/** Of a contested line: the groups that alone would make it so, and its minority views. */
export function groupTexts(
  figures: JudgedFigures | undefined,
  groups: readonly StakeholderGroup[],
  say: Words,
): readonly string[] {
  return [...awayTexts(figures, groups, say), ...dissentTexts(figures?.dissent, groups, say)];
}

/** "Heads of bodies: 3 of 8 who did not abstain support it, fewer than half". */
export function awayTexts(
  figures: JudgedFigures | undefined,
  groups: readonly StakeholderGroup[],
  say: Words,
): readonly string[] {
  const { mark, countsByGroup: byGroup = {}, nearlyAll = {} } = figures ?? {};
  if (mark !== 'contested') return [];
  return groupsAway({ byGroup, nearlyAll }).map(({ groupId, people, of }) => {
    const group = groups.find(({ id }) => id === groupId)?.name[say.locale] ?? groupId;
    return people === undefined || of === undefined
      ? say('groupAwayBound', { group })
      : say('groupAway', { group, people, of });
  });
}

/** Everything a document says of a judgement. */
export function judgementParts(
  result: EndorsementResult | undefined,
  groups: readonly StakeholderGroup[],
  say: Words,
): readonly Part[] {
  if (result === undefined) return [];
  const sentences = figureSentences(result, groups, say).map((sentence) => ({ sentence }));
  return [...sentences, ...changeParts(result.changed, say), ...earlierParts(result, groups, say)];
}

/** "Agreed. Agreement: 32 of 41 (78 %), abstained: 7": a share stands with what it is a share of. */
function figureSentences(figures: JudgedFigures, groups: readonly StakeholderGroup[], say: Words): readonly string[] {
  const { given, counts, mark, held } = figures;
  if (counts === undefined) return [say('fewJudged', { given })];
  const share = supportText(figures, say);
  if (share === undefined) return given === 0 ? [] : [`${say('agreement')}: ${say('abstained', { count: given })}`];
  const support = `${say('agreement')}: ${share}`;
  return [
    mark === undefined ? support : `${say(mark)}. ${support}`,
    ...groupTexts(figures, groups, say),
    ...(held ? [say('heldNote')] : []),
  ];
}

/** Undefined when nobody is left to count. */
function supportText({ given, support = 0, base = 0, supportPercent }: JudgedFigures, say: Words): string | undefined {
  if (supportPercent === undefined) return undefined;
  const share = say('supportOf', { support, base, percent: supportPercent });
  return given === base ? share : `${share}, ${say('abstained', { count: given - base })}`;
}

/** As a cell of a table. */
export function supportCell({ given, counts, support = 0, base = 0, supportPercent }: JudgedFigures): string {
  if (counts === undefined || given === 0 || supportPercent === undefined) return '–';
  return `${support}/${base} (${supportPercent}\u00a0%)`;
}

/** Only a reader of a language with another translation is told of it. */
export function changeParts(changed: ChangedSince | undefined, say: Words): readonly Part[] {
  if (changed === undefined || changed.languages?.includes(say.locale) === false) return [];
  return [
    { sentence: changeSentence(changed, changeWord(changed, say), say) },
    { title: say('judgedWas'), texts: wordsOfJudged(changed.judged, say) },
  ];
}

/** "Changed after the room judged it". */
export function changeWord({ languages }: ChangedSince, say: Words): string {
  if (languages === undefined) return say('changedSince');
  return say('translatedSince', { languages: languages.join(', ') });
}

export function changeSentence(change: Partial<ChangedSince>, what: string, say: Words): string {
  return `${what}: ${[changedWhen(change, say), changedWho(change, say)].filter((part) => part !== '').join(', ')}.`;
}

export function changedWhen({ at }: Partial<ChangedSince>, say: Words): string {
  return at === undefined ? '' : say.moment(at);
}

export function changedWho({ by, author }: Partial<ChangedSince>, say: Words): string {
  if (author) return say('changedByAuthor');
  return by === undefined ? say('changedAtDesk') : say('changedBy', { name: by });
}

/** Wording, details of an action and goals of a theme, in the words people had before them. */
export function wordsOfJudged(judged: JudgedWords, say: Words): readonly OwnText[] {
  const { text, details, goals = [], goalsOut = 0 } = judged;
  const facts = Object.values(details ?? {}).filter((fact) => fact !== '');
  return [
    standingWordingIn(judged, say.locale),
    ...(facts.length === 0 ? [] : [{ text: facts.join(' · '), lang: text.lang }]),
    ...goals,
    ...(goalsOut === 0
      ? []
      : [{ text: say('goalsOut', { count: goals.length + goalsOut, out: goalsOut }), lang: say.locale }]),
  ];
}

function earlierParts(
  { before = [] }: EndorsementResult,
  groups: readonly StakeholderGroup[],
  say: Words,
): readonly Part[] {
  return before.flatMap(({ judged, ...figures }) => [
    { title: say('judgedBefore'), texts: wordsOfJudged(judged, say) },
    ...figureSentences(figures, groups, say).map((sentence) => ({ sentence })),
  ]);
}

const OPEN: Readonly<Record<OpenPoint['reason'], DraftWord>> = {
  contested: 'openContested',
  discussion: 'openDiscussion',
  groups_apart: 'openGroupsApart',
  room_divided: 'openRoomDivided',
  tied: 'openTied',
};

export function openReason(reason: OpenPoint['reason'], say: Words): string {
  return say(OPEN[reason]);
}
