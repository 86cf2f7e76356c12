'use client';
// What the console shows of each kind of activity. Apart from the walls’ list: neither page carries the code of the other.
import type { ActivityKind } from '../../server/engine/activities/kinds';
import { askFacilitator } from './ask/facilitator';
import { collectFacilitator } from './collect/facilitator';
import { endorseFacilitator } from './endorse/facilitator';
import type { FacilitatorFace } from './face';
import { groupFacilitator } from './group/facilitator';
import { planFacilitator } from './plan/facilitator';
import { voteFacilitator } from './vote/facilitator';

const FACILITATORS: { readonly [Kind in ActivityKind]: FacilitatorFace<Kind> } = {
  ask: askFacilitator,
  collect: collectFacilitator,
  group: groupFacilitator,
  vote: voteFacilitator,
  plan: planFacilitator,
  endorse: endorseFacilitator,
};

/** Typed for any kind: give it only views of its own. */
export function facilitatorFace(kind: ActivityKind): FacilitatorFace {
  return FACILITATORS[kind] as unknown as FacilitatorFace;
}
