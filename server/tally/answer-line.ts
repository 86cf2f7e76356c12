// One line of JSON to one line of JSON. Whatever is wrong with a case becomes its `error`; nothing here throws.
import { type Case, CaseError } from './case';
import { agreementCase } from './kinds/agreement';
import { budgetCase } from './kinds/budget';
import { committeeCase } from './kinds/committee';
import { dotsCase } from './kinds/dots';
import { kendallWCase, rankCorrelationCase, ratingDistributionCase } from './kinds/measures';
import { rankingCase } from './kinds/ranking';

const KINDS: ReadonlyMap<string, Case> = new Map<string, Case>([
  ['committee', committeeCase],
  ['ranking', rankingCase],
  ['agreement', agreementCase],
  ['dots', dotsCase],
  ['budget', budgetCase],
  ['kendall_w', kendallWCase],
  ['rating_distribution', ratingDistributionCase],
  ['rank_correlation', rankCorrelationCase],
]);

/** `number` names the line where no id can. */
export function answerLine(line: string, number: number): string {
  let input: unknown;
  try {
    // Some editors begin a file with a byte order mark.
    input = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    return JSON.stringify({ line: number, error: 'not a line of JSON' });
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return JSON.stringify({ line: number, error: 'a case is a JSON object' });
  const id = 'id' in input ? { id: input.id } : {};
  try {
    return JSON.stringify({ ...id, ...answer(input) });
  } catch (error) {
    return JSON.stringify({ ...id, error: error instanceof CaseError ? error.message : `cannot be counted: ${error}` });
  }
}

function answer(input: object): object {
  const kind = 'kind' in input ? input.kind : undefined;
  const known = typeof kind === 'string' ? KINDS.get(kind) : undefined;
  if (known === undefined) throw new CaseError(`kind: one of ${[...KINDS.keys()].join(', ')}`);
  return known(input);
}
