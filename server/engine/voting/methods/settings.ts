// Which settings of a vote make sense, and what of them may still change once it has opened.
import { VOTE_MAX_LIMIT } from '../../limits';
import type { Rejection } from '../../rejection';
import { reject } from '../../rejection';
import { isSameJson } from '../../same-json';
import type { VoteMethod, VoteSettings } from '../../vocabulary';
import { RULES_OF_METHOD, VOTE_PER, VOTE_WEIGHTS } from '../../vocabulary';

function isLimit(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= VOTE_MAX_LIMIT;
}

function hasSense(method: VoteMethod): boolean {
  switch (method.name) {
    case 'dots':
      return isLimit(method.budget) && isLimit(method.cap) && method.cap <= method.budget;
    case 'approval':
      return isLimit(method.max);
    case 'score': {
      const ids = method.criteria.map(({ id }) => id);
      return method.scale === 5 && ids.length > 0 && new Set(ids).size === ids.length;
    }
    case 'ranking':
      return isLimit(method.top);
    case 'agreement':
      return true;
  }
}

/** Why these settings cannot stand, or undefined. */
export function checkSettings({ method, rule, places, per = 'all', weights }: VoteSettings): Rejection | undefined {
  const rules: readonly string[] = RULES_OF_METHOD[method.name];
  const known = VOTE_PER.includes(per) && VOTE_WEIGHTS.includes(weights);
  const stands = rules.includes(rule) && isLimit(places) && known && hasSense(method);
  return stands ? undefined : reject('bad_settings');
}

/** By value, whatever the order of the fields was. */
export function sameSettings(a: VoteSettings, b: VoteSettings): boolean {
  const [one, other] = [a, b].map(({ rule, places, per = 'all', weights }) => [rule, places, per, weights].join());
  return one === other && sameMethod(a.method, b.method);
}

export function sameMethod(a: VoteMethod, b: VoteMethod): boolean {
  return isSameJson(a, b);
}
