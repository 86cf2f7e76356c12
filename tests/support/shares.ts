// Finds every percentage in what is written for people, with what it is a share of.

export type Share = { readonly people: number; readonly of: number; readonly percent: number };

/** "32 of 41 (78 %)" in each language, with or without "support it", "32/41 (78 %)" in a cell, "78% 32/41" and "78% 32 of 41 support it" on a screen. */
const FORMS: readonly RegExp[] = [
  /(?<people>\d+) (?:of|из) (?<of>\d+)(?: support it| поддерживают)? \((?<percent>\d+) %\)/g,
  /(?<of>\d+) кишиден (?<people>\d+)(?: колдойт)? \((?<percent>\d+) %\)/g,
  /(?<people>\d+)\/(?<of>\d+) \((?<percent>\d+) %\)/g,
  /(?<percent>\d+) ?% (?<people>\d+)\/(?<of>\d+)/g,
  /(?<percent>\d+) ?% (?<people>\d+) (?:of|из) (?<of>\d+)/g,
  /(?<percent>\d+) ?% (?<of>\d+) кишиден (?<people>\d+)/g,
];

/** `bare`: what stands around each percentage that has no base beside it. */
export function sharesIn(text: string): { readonly shares: readonly Share[]; readonly bare: readonly string[] } {
  const shares: Share[] = [];
  let rest = text.replace(/[ \s]+/g, ' ');
  for (const form of FORMS)
    rest = rest.replace(form, (...found) => {
      const { people, of, percent } = found.at(-1) as Record<string, string>;
      shares.push({ people: Number(people), of: Number(of), percent: Number(percent) });
      return '';
    });
  return { shares, bare: [...rest.matchAll(/.{0,40}%.{0,20}/g)].map(([around]) => around) };
}

export function shareOf(people: number, of: number): Share {
  return { people, of, percent: Math.round((100 * people) / of) };
}

/** The text of a page, element by element; styles and the state a script takes over from are left out. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#x27;|&quot;/g, "'");
}
