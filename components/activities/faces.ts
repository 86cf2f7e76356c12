'use client';
// What console and wall show of each kind of activity. Adding a kind: one line in each list.
import type { ActivityKind } from '../../server/engine/activities/kinds';
import { askFacilitator } from './ask/facilitator';
import { askScreen } from './ask/screen';
import { collectFacilitator } from './collect/facilitator';
import { collectScreen } from './collect/screen';
import { endorseFacilitator } from './endorse/facilitator';
import { endorseScreen } from './endorse/screen';
import type { FacilitatorFace, ScreenFace } from './face';
import { groupFacilitator } from './group/facilitator';
import { groupScreen } from './group/screen';
import { planFacilitator } from './plan/facilitator';
import { planScreen } from './plan/screen';
import { voteFacilitator } from './vote/facilitator';
import { voteScreen } from './vote/screen';

const FACILITATORS: { readonly [Kind in ActivityKind]: FacilitatorFace<Kind> } = {
  ask: askFacilitator,
  collect: collectFacilitator,
  group: groupFacilitator,
  vote: voteFacilitator,
  plan: planFacilitator,
  endorse: endorseFacilitator,
};

const SCREENS: { readonly [Kind in ActivityKind]: ScreenFace<Kind> } = {
  ask: askScreen,
  collect: collectScreen,
  group: groupScreen,
  vote: voteScreen,
  plan: planScreen,
  endorse: endorseScreen,
};

/** Typed for any kind: give it only views of its own. */
export function facilitatorFace(kind: ActivityKind): FacilitatorFace {
  return FACILITATORS[kind] as unknown as FacilitatorFace;
}

export function screenFace(kind: ActivityKind): ScreenFace {
  return SCREENS[kind] as unknown as ScreenFace;
}
