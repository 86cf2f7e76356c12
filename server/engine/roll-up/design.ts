// What people decide about a roll-up. The figures are made anew each time from the sessions themselves.
import type { OwnText, PriorityId } from '../vocabulary';

/** A priority of one district. */
export type Member = { readonly code: string; readonly priorityId: PriorityId };

export type RollUpDesign = {
  readonly title: string;
  /** In the order of the columns. */
  readonly districts: readonly { readonly code: string; readonly place: string }[];
  /** Priorities of different districts that people found to be one, in the wording they chose. */
  readonly matches: readonly { readonly id: string; readonly heading: OwnText; readonly members: readonly Member[] }[];
  /** Pairs that people found to be different: not suggested again. */
  readonly apart: readonly (readonly [Member, Member])[];
};

export function memberKey({ code, priorityId }: Member): string {
  return `${code} ${priorityId}`;
}

export function pairKey(a: Member, b: Member): string {
  const [one, two] = [memberKey(a), memberKey(b)];
  return one < two ? `${one} ${two}` : `${two} ${one}`;
}
