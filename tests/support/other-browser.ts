// What a test does in a browser that Playwright cannot drive: the least that a person does with a phone.
import { until } from './patience';

/** What the browser calls an element of its page. */
export type Ref = { readonly ref: string };

export type OtherBrowser = {
  goto(url: string): Promise<void>;
  /** The first that matches the selector, can be seen, and says or is named this text; null where there is none. */
  find(selector: string, text: string): Promise<Ref | null>;
  /** As by a finger: at the place where the element is, whatever lies over it. */
  press(element: Ref): Promise<void>;
  type(element: Ref, text: string): Promise<void>;
  close(): Promise<void>;
};

/** A function of selector and text, as source: it runs in the page. */
export const findInPage = `(selector, text) => {
  for (const element of document.querySelectorAll(selector)) {
    const said = [element.textContent, element.getAttribute('aria-label') ?? ''];
    if (said.some((words) => words.includes(text)) && element.getClientRects().length > 0) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      return element;
    }
  }
  return null;
}`;

export async function waitFor(browser: OtherBrowser, selector: string, text: string): Promise<Ref> {
  let found: Ref | null = null;
  await until(async () => {
    found = await browser.find(selector, text);
    return found !== null;
  }, `${selector} “${text}”`);
  return found as unknown as Ref;
}
