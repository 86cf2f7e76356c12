// The words that people had before them when they judged, kept beside their judgement, and whether the draft reads so still.

import type { JudgedWording } from '../events';
import type { SessionState, WordingChange } from '../state';
import type { ChangedSince, EndorsementResult, JudgedWords, LineView } from '../views';
import type { LineId, Locale, OwnText } from '../vocabulary';
import type { JudgedFigures } from '../voting/publishing/endorsement';
import { isHiddenWordingOf, isModerated } from './moderated';
import { currentTexts } from './wording';

type Worded = Pick<LineView, 'text' | 'translations' | 'action'>;

export function wordingOf({ text, translations, action }: Worded): JudgedWording {
  const others = currentTexts(translations);
  return {
    text,
    ...(Object.keys(others).length === 0 ? {} : { translations: others }),
    ...(action === undefined ? {} : { details: detailsOf(action) }),
  };
}

/** Its goals are what people see of it. */
export function wordingOfTheme(
  { id: ofTheme, name: { ky, ru, en } }: SessionState['design']['themes'][number],
  lines: readonly LineView[],
): JudgedWording {
  const goals = lines.filter(({ kind, themeId }) => kind === 'goal' && themeId === ofTheme);
  return {
    text: { text: ky, lang: 'ky' },
    translations: { ru, en },
    goals: goals.sort((a, b) => a.order - b.order).map(({ id, text }) => ({ id, text })),
  };
}

function detailsOf({
  who,
  byWhen,
  means,
  sign,
}: NonNullable<LineView['action']>): NonNullable<JudgedWording['details']> {
  return { who, byWhen, means, sign };
}

/** For readers: without ids, and of goals that were hidden or struck since only that there were some. */
export function judgedWords({ goals, ...words }: JudgedWording, isOut: IsOut): JudgedWords {
  if (goals === undefined) return words;
  const read = goals.filter(({ id, text }) => !isOut(id, text));
  const out = goals.length - read.length;
  return { ...words, goals: read.map(({ text }) => text), ...(out === 0 ? {} : { goalsOut: out }) };
}

/** As it reads without goals that may not be read any more. */
export function withoutGoals({ goals, ...words }: JudgedWording, isOut: IsOut): JudgedWording {
  return goals === undefined ? words : { ...words, goals: goals.filter(({ id, text }) => !isOut(id, text)) };
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
