// The draft vision of one session as a document: title page, themes, what became of the one before, what is open, what the
// votes decided, how far the room agrees, and where to sign.
import type { Locale } from '../../engine/vocabulary';
import type { PaperDocument } from '../document';
import { markKey, withMarkNotes } from '../mark-notes';
import type { Report } from '../report';
import { wordsIn } from '../words';
import { agreement, openPoints } from './agreement';
import { answers } from './answers';
import { Chapters } from './chapters';
import { decisions } from './decisions';
import { proposals } from './proposals';
import { sinceThen } from './since-then';
import { steps } from './steps';
import { signaturePage, titlePage } from './title-page';
import { turnout } from './turnout';

export function buildVisionDocument(report: Report, locale: Locale): PaperDocument {
  const say = wordsIn(locale, report.timeZone);
  const chapters = new Chapters(report, say);
  const told = withMarkNotes(
    [
      ...titlePage(report, say),
      ...chapters.blocks(),
      ...sinceThen(report, say),
      ...proposals(report, say),
      ...answers(report, say),
      ...steps(report, say),
      ...turnout(report, say),
      ...openPoints(report, say),
      ...decisions(report, say),
      ...agreement(report, say),
    ],
    say,
  );
  const blocks = [
    ...told,
    ...markKey({ blocks: told, notes: chapters.notes }, say, chapters.notes.length === 0 ? [] : [say('ownOrigin')]),
    ...signaturePage(report, say),
  ];
  return {
    title: report.title[locale],
    locale,
    reference: `${report.code} ${report.log.closingHash}`,
    words: {
      notes: say('notes'),
      missingLetters: say('missingLetters'),
    },
    blocks,
    notes: chapters.notes,
  };
}
