import { toNumber } from '../../../server/engine/voting/fraction';
import type { AgreementCounts } from '../../../server/engine/voting/measures/agreement';
import {
  agreeShare,
  disagreeShare,
  groupInformedConsensus,
  groupInformedDissent,
  majorityZ,
  representativeness,
  seen,
} from '../../../server/engine/voting/measures/agreement';
import { kendallTauB, kendallW, spearmanRho } from '../../../server/engine/voting/measures/concordance';
import { consensus, spread } from '../../../server/engine/voting/measures/distribution';
import { withReference } from '../../support/reference-cases';

type ByGroup = readonly (readonly number[])[];
type PolisCase = {
  readonly id: string;
  readonly group_of_participant: readonly number[];
  readonly votes: readonly (readonly (1 | -1 | 0 | null)[])[];
  readonly published?: {
    readonly group_informed_consensus?: Readonly<Record<string, number>>;
    readonly group_votes_A_D_S?: Readonly<
      Record<string, { readonly votes: Readonly<Record<string, Readonly<Record<'A' | 'D' | 'S', number>>>> }>
    >;
  };
  readonly statements: readonly number[];
  readonly computed_by_red_dwarf: {
    readonly groups: readonly number[];
    readonly seen: ByGroup;
    readonly agree: ByGroup;
    readonly disagree: ByGroup;
    readonly p_agree: ByGroup;
    readonly p_disagree: ByGroup;
    readonly rep_agree: ByGroup;
    readonly rep_agree_z: ByGroup;
    readonly p_agree_z: ByGroup;
    readonly group_informed_consensus_agree: readonly number[];
    readonly group_informed_consensus_disagree: readonly number[];
  };
};

/** `[statement][group]`. */
function count(given: PolisCase): readonly (readonly AgreementCounts[])[] {
  return given.statements.map((_, statement) =>
    given.computed_by_red_dwarf.groups.map((group) => {
      const answers = given.votes
        .filter((_row, participant) => given.group_of_participant[participant] === group)
        .map((row) => row[statement]);
      const of = (answer: number): number => answers.filter((given_) => given_ === answer).length;
      return { agree: of(1), disagree: of(-1), pass: of(0) };
    }),
  );
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, at) => {
    expect(Math.abs(value - expected[at]!)).toBeLessThan(1e-9);
  });
}

withReference<PolisCase>('voting/polis.json', (cases) => {
  describe.each(cases.map((given) => [given.id, given] as const))('%s', (_id, given) => {
    const statements = count(given);
    const expected = given.computed_by_red_dwarf;

    test('[AGR1] counts and smoothed shares by group', () => {
      expected.groups.forEach((_group, place) => {
        const here = statements.map((groups) => groups[place]!);
        expect(here.map(seen)).toEqual(expected.seen[place]);
        expect(here.map(({ agree }) => agree)).toEqual(expected.agree[place]);
        expect(here.map(({ disagree }) => disagree)).toEqual(expected.disagree[place]);
        expectClose(
          here.map((counts) => toNumber(agreeShare(counts))),
          expected.p_agree[place]!,
        );
        expectClose(
          here.map((counts) => toNumber(disagreeShare(counts))),
          expected.p_disagree[place]!,
        );
      });
    });

    test('[AGR2] group-informed consensus, as computed and as published by Polis', () => {
      const agree = statements.map((groups) => toNumber(groupInformedConsensus(groups)));
      expectClose(agree, expected.group_informed_consensus_agree);
      expectClose(
        statements.map((groups) => toNumber(groupInformedDissent(groups))),
        expected.group_informed_consensus_disagree,
      );
      const published = given.published?.group_informed_consensus;
      if (published !== undefined) {
        const numbered = given.statements.flatMap((id, at) => (String(id) in published ? [at] : []));
        expect(numbered.length).toBeGreaterThan(0);
        expectClose(
          numbered.map((at) => agree[at]!),
          numbered.map((at) => published[String(given.statements[at])]!),
        );
      }
    });

    test('[AGR3] representativeness and its z', () => {
      expected.groups.forEach((_group, place) => {
        const found = statements.map((groups) =>
          representativeness(
            groups[place]!,
            groups.filter((_, other) => other !== place),
          ),
        );
        expectClose(
          found.map(({ ratio }) => toNumber(ratio)),
          expected.rep_agree[place]!,
        );
        expectClose(
          found.map(({ differenceZ }) => differenceZ),
          expected.rep_agree_z[place]!,
        );
        expectClose(
          statements.map((groups) => majorityZ(groups[place]!.agree, seen(groups[place]!))),
          expected.p_agree_z[place]!,
        );
      });
    });
  });
});

type MeasureCase = { readonly id: string; readonly expected: Readonly<Record<string, number>> } & (
  | { readonly kind: 'kendall_w'; readonly raters_by_items: readonly (readonly number[])[] }
  | { readonly kind: 'rating_distribution'; readonly counts: readonly number[] }
  | { readonly kind: 'rank_correlation'; readonly a: readonly number[]; readonly b: readonly number[] }
  | { readonly kind: 'bradley_terry' }
);

withReference<MeasureCase>('voting/agreement.json', (cases) => {
  // Bradley–Terry is no measure of ours: nothing here votes in pairs.
  const ours = cases.filter(({ kind }) => kind !== 'bradley_terry');
  test.each(ours.map((given) => [given.id, given] as const))(
    '[DIST1] [DIST2] the value of R and scipy: %s',
    (_id, given) => {
      const { expected } = given;
      if (given.kind === 'kendall_w') expectClose([kendallW(given.raters_by_items)!], [expected.kendall_w!]);
      if (given.kind === 'rank_correlation') {
        expectClose(
          [kendallTauB(given.a, given.b)!, spearmanRho(given.a, given.b)!],
          [expected.kendall_tau_b!, expected.spearman_rho!],
        );
      }
      if (given.kind === 'rating_distribution') {
        const { median, q1, q3 } = spread(given.counts)!;
        expect([median, q1, q3]).toEqual([expected.median, expected.q1_type7, expected.q3_type7]);
        expectClose([consensus(given.counts)!], [expected.tastle_wierman_consensus!]);
      }
    },
  );
});
