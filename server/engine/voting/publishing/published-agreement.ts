// Agreement on one option as it may be published, and the parts that group-informed consensus is made of (methods A9, A14).
import { ANSWERS } from '../../commands';
import type { GroupId, RulesEdition } from '../../vocabulary';
import type { AgreementCounts } from '../measures/agreement';
import { seen } from '../measures/agreement';
import type { NearlyAll, SplitRules } from './suppression';
import { splitCounts } from './suppression';

export type PublishedAgreement = {
  /** Exact. A missing group is withheld, never zero. */
  readonly byGroup: Readonly<Record<GroupId, AgreementCounts>>;
  /** `point` counts in the order agree, disagree, pass. */
  readonly nearlyAll?: Readonly<Record<GroupId, NearlyAll>>;
  /**
   * For consensus, order and flags: exact groups; bounded ones as if the bound were exact; the rest as one group. Made of
   * what is published and nothing else, so nothing can be solved for.
   */
  readonly parts: readonly AgreementCounts[];
};

export function publishedAgreement(
  total: AgreementCounts,
  byGroup: Readonly<Record<GroupId, AgreementCounts>>,
  rules: SplitRules,
): PublishedAgreement {
  const counts = Object.fromEntries(
    Object.entries(byGroup).map(([group, answers]) => [group, ANSWERS.map((answer) => answers[answer])]),
  );
  const { byGroup: exact, nearlyAll = {} } = splitCounts(counts, ANSWERS.length, rules);
  const exactCounts = Object.fromEntries(Object.entries(exact).map(([group, answers]) => [group, named(answers)]));
  const parts = [...Object.values(exactCounts), ...Object.values(nearlyAll).map(asIfExact)];
  const rest = seen(total) - parts.reduce((sum, part) => sum + seen(part), 0);
  const agree = total.agree - parts.reduce((sum, part) => sum + part.agree, 0);
  const agreeing = Math.min(rest, Math.max(0, agree));
  return {
    byGroup: exactCounts,
    ...(Object.keys(nearlyAll).length === 0 ? {} : { nearlyAll }),
    // Consensus asks who agrees, of how many: what else the rest said does not matter to it.
    parts: rest > 0 ? [...parts, { agree: agreeing, disagree: 0, pass: rest - agreeing }] : parts,
  };
}

/** What consensus is the mean of. A group that has not answered says nothing; the first rules counted it at one half. */
export function consensusParts({ parts }: PublishedAgreement, rules: RulesEdition): readonly AgreementCounts[] {
  return rules === 1 ? parts : parts.filter((part) => seen(part) > 0);
}

function named([agree = 0, disagree = 0, pass = 0]: readonly number[]): AgreementCounts {
  return { agree, disagree, pass };
}

function asIfExact({ point, atLeast, of }: NearlyAll): AgreementCounts {
  const agree = point === 0 ? atLeast : 0;
  return { agree, disagree: 0, pass: of - agree };
}
