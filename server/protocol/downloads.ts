// What can be downloaded of a session, by the names that stand in the addresses: /exports/draft.DOCUMENT, /exports/TABLE.csv.

/** In the order people ask for them. */
export const DOCUMENT_NAMES = ['docx', 'pdf', 'xlsx', 'json', 'md'] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

export const TABLE_NAMES = [
  'lines',
  'ideas',
  'answers',
  'priorities',
  'votes',
  'results',
  'outcomes',
  'actions',
  'endorsements',
  'turnout',
  'participants-by-group',
  'earlier',
  'about',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];
