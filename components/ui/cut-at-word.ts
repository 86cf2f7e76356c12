// What is clamped to so many lines ends after a whole word: a browser by itself cuts inside one.

/** What was cut, by what stands there instead: other words than these are new ones. */
const before = new WeakMap<Text, { readonly whole: string; readonly cut: string }>();

export function cutAtWord(box: Element): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    const known = before.get(text);
    if (known?.cut === text.data) text.data = known.whole;
    if (text.data.trim() !== '' && text.parentElement?.getClientRects().length !== 0) texts.push(text);
  }
  const whole = texts.map(({ data }) => data);
  const fits = () => box.scrollHeight <= box.clientHeight + 1;
  if (fits()) return;
  for (const [at, text] of [...texts.entries()].reverse()) {
    const words = (whole[at] ?? '').trimEnd().split(/\s+/);
    while (words.pop() !== undefined && (words.length > 0 || at > 0)) {
      text.data = words.length === 0 ? '' : `${words.join(' ').replace(/[\s,;:–—-]+$/, '')}…`;
      before.set(text, { whole: whole[at] ?? '', cut: text.data });
      if (fits()) return;
    }
  }
  // One word longer than the lines there are: only the browser can end it.
  for (const [at, text] of texts.entries()) text.data = whole[at] ?? '';
}
