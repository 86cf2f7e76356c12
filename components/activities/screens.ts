'use client';
// What the wall shows of each kind of activity.
import type { ActivityKind } from '../../server/engine/activities/kinds';
import { askScreen } from './ask/screen';
import { collectScreen } from './collect/screen';
import { endorseScreen } from './endorse/screen';
import type { ScreenFace } from './face';
import { groupScreen } from './group/screen';
import { planScreen } from './plan/screen';
import { voteScreen } from './vote/screen';

const SCREENS: { readonly [Kind in ActivityKind]: ScreenFace<Kind> } = {
  ask: askScreen,
  collect: collectScreen,
  group: groupScreen,
  vote: voteScreen,
  plan: planScreen,
  endorse: endorseScreen,
};

/** Typed for any kind: give it only views of its own. */
export function screenFace(kind: ActivityKind): ScreenFace {
  return SCREENS[kind] as unknown as ScreenFace;
}
