// What a document tells of a line beside its wording: what it is tied to, and where it comes from. People's own words stay
// apart from ours, so that each format can mark their language and keep them from becoming markup.
import { wordingIn } from '../engine/draft/wording';
import type { ReaderLine, Trace } from '../engine/views';
import type { LineId, OwnText, StakeholderGroup } from '../engine/vocabulary';
import { changeSentence, judgementParts } from './judgement-words';
import type { Part } from './part';
import type { Report, ReportOpenPoint } from './report';
import { traceVotes } from './trace-words';
import type { Words } from './words';

/** Programmes and state bodies it depends on, further goals it serves, lines to be read with it, people who support it. */
export function relationsOf(line: ReaderLine, lines: ReadonlyMap<LineId, ReaderLine>, say: Words): readonly Part[] {
  const wordings = (ids: readonly LineId[] = []) =>
    ids.flatMap((id): readonly OwnText[] => {
      const other = lines.get(id);
      return other === undefined ? [] : [wordingIn(other, say.locale)];
    });
  const { seconders = 0 } = line.trace;
  return [
    { title: say('dependsOn'), texts: line.dependsOn ?? [] },
    { title: say('alsoServes'), texts: wordings(line.alsoUnder) },
    { title: say('seeAlso'), texts: wordings(line.seeAlso) },
    ...(seconders === 0 ? [] : [{ sentence: `${say('seconders')}: ${seconders}` }]),
  ].filter((part) => 'sentence' in part || part.texts.length > 0);
}

/** Undefined for a line in the words of the one person who wrote it, unvoted and untouched: a note could only repeat it. */
export function noteOf(line: ReaderLine, groups: readonly StakeholderGroup[], say: Words): readonly Part[] | undefined {
  const { text, original, trace, joined = [] } = line;
  // What the vote says it was of is not said twice.
  const isVotedOn = original !== undefined && trace.votes?.heading.text === original.text;
  const isTranslated = wordingIn(line, say.locale) !== text;
  const [only, ...others] = trace.ideas;
  const isItsOwnOrigin =
    trace.votes === undefined &&
    trace.desk === undefined &&
    trace.earlier === undefined &&
    others.length === 0 &&
    only?.text === text.text;
  if (isItsOwnOrigin && !isTranslated && original === undefined && joined.length === 0) return undefined;
  return [
    ...(isTranslated ? [{ title: say('untranslated'), texts: [text] }] : []),
    ...origin(trace, groups, say),
    ...(original === undefined || isVotedOn ? [] : [{ title: say('composed'), texts: [original] }]),
    ...joined.flatMap((part) => [
      { title: say('joinedHere'), texts: [part.text] },
      ...judgementParts(part.endorsement, groups, say),
      ...origin(part.trace, groups, say),
    ]),
  ];
}

function origin(trace: Trace, groups: readonly StakeholderGroup[], say: Words): readonly Part[] {
  return [
    ...(trace.desk ? [{ sentence: say('writtenHere') }] : []),
    ...(trace.earlier === undefined ? [] : [{ sentence: carriedWords(trace.earlier, say) }]),
    ...(trace.ideas.length === 0 ? [] : [{ title: say('ownWords'), texts: trace.ideas }]),
    ...votedOn(trace.votes, say),
    ...traceVotes(trace, groups, say).map((sentence) => ({ sentence })),
  ];
}

/** Votes are of the words that stood on the ballot. */
export function votedOn(votes: Trace['votes'], say: Words): readonly Part[] {
  if (votes?.changed === undefined) return [];
  return [
    { sentence: changeSentence(votes.changed, say('changedSinceVote'), say) },
    { title: say('votedOn'), texts: [votes.heading] },
  ];
}

/** Of what the vision leaves open; a tied priority has no line. */
export function openWording({ line, text }: ReportOpenPoint, lines: Report['lines'], say: Words): OwnText {
  const standing = line === undefined ? undefined : lines[line - 1];
  return standing === undefined ? text : wordingIn(standing.line, say.locale);
}

function carriedWords({ code, date }: NonNullable<Trace['earlier']>, say: Words): string {
  return say('fromEarlier', { code, date: say.day(date) });
}

/** The line's own trace and those of the lines joined into it. */
export function tracesOf({ trace, joined = [] }: ReaderLine): readonly Trace[] {
  return [trace, ...joined.map((part) => part.trace)];
}
