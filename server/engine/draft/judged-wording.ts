// The words that people had before them when they judged, kept beside their judgement, and whether the draft reads so still.

import type { JudgedWording } from '../events';
import type { SessionState, WordingChange } from '../state';
import { actionDetails, wordingChange, words } from '../told';
import type { ChangedSince, DeskLine, EndorsementResult, JudgedWords } from '../views';
import type { LineId, Locale, OwnText } from '../vocabulary';
import type { JudgedFigures } from '../voting/publishing/endorsement';
import { isHiddenWordingOf, isModerated } from './moderated';
import { currentTexts } from './wording';

type Worded = Pick<DeskLine, 'text' | 'translations' | 'action'>;

export function wordingOf({ text, translations, action }: Worded): JudgedWording {
  const others = currentTexts(translations);
  return {
    text,
    ...(Object.keys(others).length === 0 ? {} : { translations: others }),
    ...(action === undefined ? {} : { details: actionDetails(action) }),
  };
}

/** Its goals are what people see of it. */
export function wordingOfTheme(
  { id: ofTheme, name: { ky, ru, en } }: SessionState['design']['themes'][number],
  lines: readonly DeskLine[],
): JudgedWording {
  const goals = lines.filter(({ kind, themeId }) => kind === 'goal' && themeId === ofTheme);
  return {
    text: { text: ky, lang: 'ky' },
    translations: { ru, en },
    goals: goals.sort((a, b) => a.order - b.order).map(({ id, text }) => ({ id, text })),
  };
}

/** For readers: without ids, and of goals that were hidden or struck since only that there were some. */
export function judgedWords({ text, translations, details, goals }: JudgedWording, isOut: IsOut): JudgedWords {
  const read = goals?.filter((goal) => !isOut(goal.id, goal.text)) ?? [];
  const out = (goals?.length ?? 0) - read.length;
  return {
    text: words(text),
    ...(translations === undefined ? {} : { translations }),
    ...(details === undefined ? {} : { details: actionDetails(details) }),
    ...(goals === undefined ? {} : { goals: read.map((goal) => words(goal.text)) }),
    ...(out === 0 ? {} : { goalsOut: out }),
  };
}

/** As it reads without goals that may not be read any more. */
export function withoutGoals(wording: JudgedWording, isOut: IsOut): JudgedWording {
  const { goals } = wording;
  return goals === undefined ? wording : { ...wording, goals: goals.filter(({ id, text }) => !isOut(id, text)) };
}

/** Whether words that people judged may not be read any more. */
export type IsOut = (lineId: LineId, text: OwnText) => boolean;

export function outOf(state: SessionState): IsOut {
  return (lineId, text) => isModerated(state, lineId) || isHiddenWordingOf(state, lineId, text);
}

/** What was published of a line or theme, with the words it is of. */
export type Judgement = {
  readonly wording: JudgedWording;
  readonly read: JudgedWords;
  readonly figures: JudgedFigures;
  readonly before: NonNullable<EndorsementResult['before']>;
};

/** When a line last read otherwise; undefined while it always read so. */
export function changeOf({ wordingChanges }: SessionState, lineId: LineId): WordingChange | undefined {
  const change = wordingChanges[lineId];
  return change === undefined ? undefined : wordingChange(change);
}

/** A judgement as it stands beside these words. */
export function besideWords(
  { wording, read, figures, before }: Judgement,
  now: JudgedWording,
  change: WordingChange | undefined,
): EndorsementResult {
  // Of what nobody has judged no words were judged.
  const changed = figures.given === 0 ? undefined : changedSince(wording, read, { now, change });
  return {
    ...figures,
    ...(changed === undefined ? {} : { changed }),
    ...(before.length === 0 ? {} : { before }),
  };
}

/** How a line reads otherwise than it was judged; undefined while it reads so still. */
function changedSince(
  wording: JudgedWording,
  judged: JudgedWords,
  { now, change }: { readonly now: JudgedWording; readonly change: WordingChange | undefined },
): ChangedSince | undefined {
  if (!hasSameWords(wording, now)) return { judged, ...change };
  const languages = newTranslations(wording, now);
  return languages.length === 0 ? undefined : { judged, languages, ...change };
}

/** The words themselves, who does it by when, and a theme's goals, in whatever order. */
function hasSameWords(a: JudgedWording, b: JudgedWording): boolean {
  const goals = ({ goals = [] }: JudgedWording) => JSON.stringify(goals.map(({ id, text }) => [id, text.text]).sort());
  return (
    a.text.text === b.text.text &&
    (['who', 'byWhen', 'means', 'sign'] as const).every(
      (key) => (a.details?.[key] ?? '') === (b.details?.[key] ?? ''),
    ) &&
    goals(a) === goals(b)
  );
}

/** Their languages too: a correction of one is nothing to be told of, but what is opened to judgement holds it. */
function isWordedAlike(a: JudgedWording, b: JudgedWording): boolean {
  const languages = ({ text, goals = [] }: JudgedWording) =>
    JSON.stringify([text.lang, ...goals.map((goal) => [goal.id, goal.text.lang]).sort()]);
  return hasSameWords(a, b) && languages(a) === languages(b);
}

/** Languages in which people read words today that nobody had before them then. */
function newTranslations(judged: JudgedWording, now: JudgedWording): readonly Locale[] {
  const entered = Object.entries(now.translations ?? {}) as readonly (readonly [Locale, string])[];
  return entered.filter(([lang, text]) => judged.translations?.[lang] !== text).map(([lang]) => lang);
}

/** Whether a reader of some language reads other words than before. */
export function isReworded(before: JudgedWording, now: JudgedWording): boolean {
  return !hasSameWords(before, now) || newTranslations(before, now).length > 0;
}

/** Whether it must be judged anew for its figures to be of the words that stand. */
export function readsOtherwise(judged: JudgedWording, now: JudgedWording): boolean {
  return !isWordedAlike(judged, now) || newTranslations(judged, now).length > 0;
}
