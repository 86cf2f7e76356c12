// What a person's receipt leads to in an archive: every fact that was recorded from them, with their own words and choices.
// The receipt is the beginning of the participant's id; the chain, checked apart, says that nothing was changed since.

export type ReceiptLine = {
  /** Line of the file, from 1. */
  readonly record: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly type: string;
  /** The person's words, or what they chose and how much of it. */
  readonly details: readonly string[];
};

/** As many characters as a phone shows. */
export const RECEIPT_LENGTH = 8;

type Data = Readonly<Record<string, unknown>>;

/** Spaces do not count. Empty: no such person, or no receipt. */
export async function findReceipt(
  lines: AsyncIterable<string> | Iterable<string>,
  typed: string,
): Promise<readonly ReceiptLine[]> {
  const receipt = typed.replace(/\s/g, '');
  if (receipt.length < RECEIPT_LENGTH) return [];
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
    if (id?.startsWith(receipt)) found.push({ record, at: at as number, type, data: data as Data });
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
