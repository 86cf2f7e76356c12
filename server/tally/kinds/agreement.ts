// Agree, disagree, pass by declared group.
import * as z from 'zod';
import { toNumber } from '../../engine/voting/fraction';
import type { AgreementCounts } from '../../engine/voting/measures/agreement';
import {
  agreeShare,
  disagreeShare,
  groupInformedConsensus,
  groupInformedDissent,
  representativeness,
  seen,
} from '../../engine/voting/measures/agreement';
import { CaseError, defineCase, MAX_CANDIDATES, MAX_VOTERS } from '../case';

const name = z.union([z.string(), z.number()]);

const schema = z.object({
  group_names: z.array(name).max(1_000),
  /** Names of groups, or their places in `group_names`; null belongs to none and is not counted. */
  group_of_participant: z.array(name.nullable()).max(MAX_VOTERS),
  votes: z
    .array(z.array(z.union([z.literal(1), z.literal(-1), z.literal(0), z.null()])).max(MAX_CANDIDATES))
    .max(MAX_VOTERS),
});

/** Per participant the place of the group. Names go first, since a workshop may call its groups 1, 2, 3. */
function placeGroups(names: readonly (string | number)[], given: readonly (string | number | null)[]) {
  const places = new Map(names.map((group, place) => [String(group), place]));
  if (places.size !== names.length) throw new CaseError('group_names: a name twice');
  const asNames = given.map((group) => (group === null ? null : places.get(String(group))));
  if (!asNames.includes(undefined)) return asNames;
  return given.map((group, at) => {
    if (group === null) return null;
    if (typeof group === 'number' && Number.isInteger(group) && group >= 0 && group < names.length) return group;
    throw new CaseError(`group_of_participant.${at}: no group ${JSON.stringify(group)}`);
  });
}

export const agreementCase = defineCase(schema, ({ group_names: names, group_of_participant: given, votes }) => {
  if (given.length !== votes.length) throw new CaseError('group_of_participant: one for every row of votes');
  const statements = votes[0]?.length ?? 0;
  const uneven = votes.findIndex((row) => row.length !== statements);
  if (uneven >= 0)
    throw new CaseError(`votes.${uneven}: ${votes[uneven]!.length} answers where others have ${statements}`);
  const groups = placeGroups(names, given);
  const tallies = Array.from({ length: statements }, () => names.map(() => ({ agree: 0, disagree: 0, pass: 0 })));
  votes.forEach((row, participant) => {
    const group = groups[participant];
    if (group === null || group === undefined) return;
    row.forEach((vote, statement) => {
      if (vote !== null) tallies[statement]![group]![vote === 1 ? 'agree' : vote === -1 ? 'disagree' : 'pass']++;
    });
  });
  return { statements: tallies.map(describe) };
});

function describe(groups: readonly AgreementCounts[]): object {
  return {
    groups: groups.map((counts, place) => {
      const others = groups.filter((_, other) => other !== place);
      const { ratio, differenceZ, majorityZ } = representativeness(counts, others);
      return {
        ...counts,
        seen: seen(counts),
        p_agree: toNumber(agreeShare(counts)),
        p_disagree: toNumber(disagreeShare(counts)),
        rep_agree: toNumber(ratio),
        rep_agree_z: differenceZ,
        p_agree_z: majorityZ,
      };
    }),
    group_informed_consensus: toNumber(groupInformedConsensus(groups)),
    group_informed_consensus_disagree: toNumber(groupInformedDissent(groups)),
  };
}
