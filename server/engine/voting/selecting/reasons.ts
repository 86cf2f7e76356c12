// Why each place was given, in figures that a sentence can be made of: "chosen third: 14 people from four groups pay for it".
import type { GroupId } from '../../vocabulary';
import type { Fraction } from '../fraction';
import type { Selection, Step } from './election';

export type Reason = {
  readonly add: number;
  /** From 1. */
  readonly place: number;
  readonly phase: Step['phase'];
  readonly price?: Fraction;
  readonly people: number;
  readonly groups: number;
  /** People paying by group; groups nobody of which pays are left out. A split: small-cell rules decide what is shown. */
  readonly peopleByGroup: Readonly<Record<GroupId, number>>;
  /** Others that could have been taken at the same price. */
  readonly tiedWith: readonly number[];
};

export function reasons(selection: Pick<Selection, 'trace'>, groupOfVoter: readonly GroupId[]): readonly Reason[] {
  return selection.trace.map(({ add, phase, price, payers, tied }, index) => {
    const peopleByGroup: Record<GroupId, number> = {};
    for (const voter of payers) {
      const group = groupOfVoter[voter]!;
      peopleByGroup[group] = (peopleByGroup[group] ?? 0) + 1;
    }
    return {
      add,
      place: index + 1,
      phase,
      ...(price === undefined ? {} : { price }),
      people: payers.length,
      groups: Object.keys(peopleByGroup).length,
      peopleByGroup,
      tiedWith: tied.filter((other) => other !== add),
    };
  });
}

/** Where two selections of the same vote differ, e.g. most supported and fair share. */
export function compareSelections(
  first: Pick<Selection, 'committee'>,
  second: Pick<Selection, 'committee'>,
): { readonly both: readonly number[]; readonly onlyFirst: readonly number[]; readonly onlySecond: readonly number[] } {
  const [a, b] = [new Set(first.committee), new Set(second.committee)];
  return {
    both: first.committee.filter((candidate) => b.has(candidate)),
    onlyFirst: first.committee.filter((candidate) => !b.has(candidate)),
    onlySecond: second.committee.filter((candidate) => !a.has(candidate)),
  };
}
