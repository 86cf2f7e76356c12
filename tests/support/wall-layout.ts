// What is wrong with how a wall is laid out, measured in the page: type too small for the last row, text outside the wall
// or cut off, and text that lies over other text or over something painted.
import type { Page } from 'playwright-core';

/** How long a wall may take to settle before what is wrong with it counts. */
const SETTLING_MS = 30_000;

/** Lists measure themselves anew, and a busy machine takes its time: what is wrong has to stay wrong. */
export async function lastingWallProblems(page: Page, smallest: number): Promise<string[]> {
  const end = Date.now() + SETTLING_MS;
  for (;;) {
    const problems = await wallProblems(page, smallest);
    if (problems.length === 0 || Date.now() > end) return problems;
    await page.waitForTimeout(100);
  }
}

/** `smallest`: px that visible text must have at least. Empty is well. */
export function wallProblems(page: Page, smallest: number): Promise<string[]> {
  return page.evaluate((least) => {
    const found = new Set<string>();
    const hidden = 'script, style, .visually-hidden, .unseen, [inert], title';
    type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
    const meets = (a: Box, b: Box) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;

    const isSticky = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).position === 'sticky' || isSticky(element.parentElement));

    const pen = document.createElement('canvas').getContext('2d');
    /** From the highest to the lowest that is drawn of a line, the tails of its letters too. */
    const inkOf = (text: string, font: string, line: DOMRect): Box => {
      if (pen === null) throw new Error('no canvas to measure letters on');
      pen.font = font;
      const drawn = pen.measureText(text);
      // The line's rectangle is of the font: what its highest and lowest letters would need.
      const top = line.top + drawn.fontBoundingBoxAscent - drawn.actualBoundingBoxAscent;
      const bottom = line.bottom - drawn.fontBoundingBoxDescent + drawn.actualBoundingBoxDescent;
      return { left: line.left, right: line.right, top, bottom };
    };

    const texts: { readonly element: Element; readonly text: string; readonly box: Box; readonly ink: Box }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || element.closest(hidden)) continue;
      const style = getComputedStyle(element);
      // Not in what is folded away, and not in what stays in view while the page scrolls under it.
      if (style.visibility === 'hidden' || !element.checkVisibility() || isSticky(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const size = Number.parseFloat(style.fontSize);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (lines.length > 0 && size < least) found.add(`small (${size}px): ${text}`);
      for (const line of lines) {
        // The box of a line is taller than its letters: what counts is what is drawn.
        const slack = Math.max(0, (line.height - size * 0.8) / 2);
        const box = { left: line.left, right: line.right, top: line.top + slack, bottom: line.bottom - slack };
        // Shortened to so many lines, with an ellipsis: what follows is not drawn.
        const clamped = element.closest('[data-clamped], [data-repeated] > *')?.getBoundingClientRect();
        if (clamped !== undefined && box.top + (box.bottom - box.top) / 2 > clamped.bottom) continue;
        texts.push({ element, text, box, ink: inkOf(text, style.font, line) });
        if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1)
          found.add(`outside: ${text}`);
        for (let frame = element.parentElement; frame !== null; frame = frame.parentElement) {
          if (getComputedStyle(frame).overflow === 'visible') continue;
          const edge = frame.getBoundingClientRect();
          if (box.bottom > edge.bottom + 2 || box.top < edge.top - 2 || box.right > edge.right + 2)
            found.add(`cut off: ${text}`);
        }
      }
    }

    for (const [at, one] of texts.entries()) {
      for (const other of texts.slice(at + 1)) {
        if (one.element !== other.element && meets(one.box, other.box)) found.add(`over: ${one.text} × ${other.text}`);
      }
    }

    const isPainted = (element: Element) => {
      if (element.closest(hidden) !== null) return false;
      if (element.hasAttribute('data-backdrop')) return false;
      if (element instanceof SVGElement) return element.tagName === 'svg';
      const style = getComputedStyle(element);
      if (style.visibility === 'hidden' || Number(style.opacity) === 0) return false;
      const bordered = ['Top', 'Right', 'Bottom', 'Left'].some(
        (side) => Number.parseFloat(style[`border${side}Width` as 'borderTopWidth']) > 0,
      );
      return bordered || style.backgroundImage !== 'none' || !/, 0\)$|^transparent$/.test(style.backgroundColor);
    };
    for (const element of document.body.querySelectorAll('*')) {
      if (!isPainted(element)) continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      for (const { element: written, text, ink } of texts) {
        if (element.contains(written) || written.contains(element) || !meets(box, ink)) continue;
        const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
        found.add(`painted over or under: ${text} × ${name.slice(0, 60)}`);
      }
    }
    return [...found];
  }, smallest);
}
