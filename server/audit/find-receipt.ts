// What a person's receipt leads to in an archive: every fact that was recorded from them, with their own words and choices.
// The receipt follows from the participant's id; the chain, checked apart, says that nothing was changed since.

export type ReceiptLine = {
  /** Line of the file, from 1. */
  readonly record: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly type: string;
  /** The person's words, or what they chose and how much of it. */
  readonly details: readonly string[];
};

const LENGTH = 8;
const ALPHABET = 'ACEHKMPTXY2456789';
const CYRILLIC: Readonly<Record<string, string>> = {
  А: 'A',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  Ү: 'Y',
};

/** As docs/protocol/views.md#mine says it; this folder shares no code with the phone's side. */
export function receiptOfId(id: string): string {
  return [16777619, 2246822519]
    .map((prime) => {
      let hash = 2166136261;
      for (const sign of id) hash = Math.imul(hash ^ sign.charCodeAt(0), prime);
      const number = (hash ^ (hash >>> 15)) >>> 0;
      return [1, 17, 289, 4913].map((unit) => ALPHABET[Math.floor(number / unit) % 17]).join('');
    })
    .join('');
}

function asTyped(typed: string): string {
  return [...typed.toUpperCase()].map((sign) => CYRILLIC[sign] ?? sign).join('');
}

type Data = Readonly<Record<string, unknown>>;

/**
 * Spaces and dashes do not count, nor which alphabet the letters were typed in. Phones used to show the first eight signs of
 * the id itself: those are still found. Empty: no such person, or no receipt.
 */
export async function findReceipt(
  lines: AsyncIterable<string> | Iterable<string>,
  typed: string,
): Promise<readonly ReceiptLine[]> {
  const earlier = typed.replace(/\s/g, '');
  const receipt = asTyped(typed.replace(/[\s\p{Pd}.,]/gu, ''));
  if (receipt.length !== LENGTH && earlier.length < LENGTH) return [];
  const isTheirs = (id: string) => receiptOfId(id) === receipt || (earlier.length >= LENGTH && id.startsWith(earlier));
  const names = new Map<string, string>();
  const found: (Omit<ReceiptLine, 'details'> & { readonly data: Data })[] = [];
  let record = 0;
  for await (const line of lines) {
    record += 1;
    const { at, type, data, draft, actor } = JSON.parse(line) as Data;
    if (Array.isArray(draft)) for (const one of draft) names.set(one.id, one.text);
    if (typeof type !== 'string') continue;
    remember(names, data as Data);
    const { id } = actor as { readonly id?: string };
    if (id !== undefined && isTheirs(id)) found.push({ record, at: at as number, type, data: data as Data });
  }
  return found.map(({ data, ...rest }) => ({ ...rest, details: detailsOf(data, names) }));
}

/** How what people can point to is worded: options of a vote, ideas. */
function remember(names: Map<string, string>, data: Data): void {
  if (typeof data.ideaId === 'string' && typeof data.text === 'string') names.set(data.ideaId, data.text);
  if (!Array.isArray(data.options)) return;
  for (const { id, heading } of data.options) names.set(id, heading.text);
}

function detailsOf(data: Data, names: ReadonlyMap<string, string>): readonly string[] {
  // A line of the draft, `goal:<id>`, reads as what it was made of where the file has no draft.
  const name = (id: unknown): string =>
    names.get(String(id)) ?? names.get(String(id).replace(/^\w+:/, '')) ?? String(id);
  const each = (value: unknown): readonly Data[] => (Array.isArray(value) ? value : []);
  const own = [data.text, data.what].filter((words) => typeof words === 'string');
  const pointed = own.length > 0 ? [] : [data.lineId ?? data.ideaId].filter((id) => id !== undefined).map(name);
  return [
    ...own,
    ...pointed.map((words) => (data.level === undefined ? words : `${words}: ${data.level}`)),
    ...each(data.choices).map(({ option, dots }) => `${name(option)}: ${dots}`),
    ...each(data.approved).map(name),
    ...each(data.scores).map(({ option, criterion, score }) => `${name(option)}: ${criterion} ${score}`),
    ...each(data.ranked).map((equals, at) => `${at + 1}. ${(equals as unknown as string[]).map(name).join(' = ')}`),
    ...each(data.answers).map(({ option, answer }) => `${name(option)}: ${answer}`),
  ];
}
