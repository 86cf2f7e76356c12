// The contents list of the Word file: a line a heading, that leads to it and names its page. No field makes the list as a whole,
// since LibreOffice would show the pages that stand in the file, while it works out by itself a page that is referred to.
import { Bookmark, InternalHyperlink, LeaderType, PageReference, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { Block } from '../document';
import { xmlText } from '../xml-text';
import { wordRuns } from './blocks';

export type Heading = Extract<Block, { readonly kind: 'heading' }>;

/** Word finds its own contents by such names too. */
const bookmarkOf = (place: number): string => `_Toc${place + 1}`;

/** What a heading's paragraph holds: its words, with the mark that the contents lead to. */
export function markedHeading({ runs }: Heading, place: number): Bookmark {
  return new Bookmark({ id: bookmarkOf(place), children: wordRuns(runs) });
}

/** `width`: of the text, in twips. */
export function contentsLines(headings: readonly Heading[], width: number): readonly Paragraph[] {
  return headings.map(({ level, runs }, place) => {
    const words = runs.map((run) => ('note' in run ? '' : xmlText(run.text))).join('');
    return new Paragraph({
      style: `TOC${level}`,
      tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
      children: [
        new InternalHyperlink({
          anchor: bookmarkOf(place),
          children: [
            new TextRun(words),
            new TextRun({ children: [new Tab()] }),
            new PageReference(bookmarkOf(place), { hyperlink: true }),
          ],
        }),
      ],
    });
  });
}
