// Every kind of activity. Adding one: its design in vocabulary.ts, its file here, its three components.
import type { Traits } from '../views';
import type { ActivityDesign } from '../vocabulary';
import { ask } from './ask/rules';
import { collect } from './collect/rules';
import { endorse } from './endorse/rules';
import { group } from './group/rules';
import type { ActivityKind } from './kinds';
import { plan } from './plan/rules';
import type { Practice } from './practice';
import type { ActivityRules } from './rules';
import { vote } from './vote/rules';

const RULES: { readonly [Kind in ActivityKind]: ActivityRules<Extract<ActivityDesign, { kind: Kind }>> } = {
  ask,
  collect,
  group,
  vote,
  plan,
  endorse,
};

export function traitsOf(kind: ActivityKind): Traits {
  return RULES[kind].traits;
}

/** The rules of a design's kind, typed for that design. */
export function rulesOf(design: ActivityDesign): ActivityRules {
  return RULES[design.kind] as unknown as ActivityRules;
}

/** What a rehearsal does in a step of this kind. Typed for any kind: give it only views of its own. */
export function practiceOf(kind: ActivityKind): Practice {
  return RULES[kind].practice as unknown as Practice;
}
