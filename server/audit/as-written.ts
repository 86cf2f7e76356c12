// Whether a line holds one content only: the bytes that a server writes. JSON lets a key stand twice, and readers then part
// ways about which one counts; spaces and another order of keys would pass by a reader that only looks at values.

/** The keys of a line in the order of the format; what is not there is left out. */
export const KEYS = {
  header: ['format', 'version', 'sessionId'],
  fact: ['seq', 'at', 'actor', 'commandId', 'type', 'data', 'prev'],
  trailer: ['end', 'count', 'closingHash', 'draft', 'signatures'],
} as const;

export function isAsWritten(
  line: string,
  value: Readonly<Record<string, unknown>>,
  keys: (typeof KEYS)[keyof typeof KEYS],
): boolean {
  try {
    return JSON.stringify(Object.fromEntries(keys.map((key) => [key, value[key]]))) === line;
  } catch {
    // Nested deeper than any server nests.
    return false;
  }
}
