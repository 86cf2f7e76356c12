// Cumulative voting with dots (methods A2): whole ballots in, totals per option out, always and by group.
// Incremental: a changed ballot is "subtract the old, add the new", so a vote costs the size of a ballot.
import type { Choice } from '../commands';
import type { VoteOption } from '../events';
import type { Rejection } from '../rejection';
import { reject } from '../rejection';
import type { GroupId, PriorityId } from '../vocabulary';

export type DotsCount = {
  readonly dots: number;
  /** People with at least one dot here. */
  readonly supporters: number;
  readonly dotsByGroup: Readonly<Record<GroupId, number>>;
};

export type DotsTally = {
  readonly ballots: number;
  readonly ballotsByGroup: Readonly<Record<GroupId, number>>;
  readonly options: Readonly<Record<PriorityId, DotsCount>>;
};

const NOTHING: DotsCount = { dots: 0, supporters: 0, dotsByGroup: {} };

export function emptyTally(options: readonly VoteOption[]): DotsTally {
  return { ballots: 0, ballotsByGroup: {}, options: Object.fromEntries(options.map((option) => [option.id, NOTHING])) };
}

/** The ballot in its one canonical form: zero rows dropped, options in order. Or why it cannot stand. */
export function checkBallot(
  choices: readonly Choice[],
  rules: { readonly budget: number; readonly cap: number; readonly options: readonly VoteOption[] },
): readonly Choice[] | Rejection {
  const known = new Set(rules.options.map((option) => option.id));
  const seen = new Set<PriorityId>();
  let spent = 0;
  for (const { option, dots } of choices) {
    if (!Number.isSafeInteger(dots) || dots < 0) return reject('bad_dots');
    if (!known.has(option)) return reject('unknown_option');
    if (seen.has(option)) return reject('duplicate_option');
    if (dots > rules.cap) return reject('over_cap', { cap: rules.cap });
    seen.add(option);
    spent += dots;
  }
  if (spent > rules.budget) return reject('no_dots_left', { budget: rules.budget });
  return choices
    .filter((choice) => choice.dots > 0)
    .map(({ option, dots }) => ({ option, dots }))
    .sort((a, b) => (a.option < b.option ? -1 : 1));
}

function add(tally: DotsTally, choices: readonly Choice[], groupId: GroupId, sign: 1 | -1): DotsTally {
  const options: Record<PriorityId, DotsCount> = { ...tally.options };
  for (const { option, dots } of choices) {
    const count = options[option] ?? NOTHING;
    options[option] = {
      dots: count.dots + sign * dots,
      supporters: count.supporters + sign,
      dotsByGroup: { ...count.dotsByGroup, [groupId]: (count.dotsByGroup[groupId] ?? 0) + sign * dots },
    };
  }
  return {
    ballots: tally.ballots + sign,
    ballotsByGroup: { ...tally.ballotsByGroup, [groupId]: (tally.ballotsByGroup[groupId] ?? 0) + sign },
    options,
  };
}

/** `before` or `after` undefined: the person had, or has, no standing ballot. */
export function replaceBallot(
  tally: DotsTally,
  groupId: GroupId,
  before: readonly Choice[] | undefined,
  after: readonly Choice[] | undefined,
): DotsTally {
  const without = before === undefined ? tally : add(tally, before, groupId, -1);
  return after === undefined ? without : add(without, after, groupId, 1);
}

/**
 * Options from most to least supported: dots, then distinct supporters, then the earlier option (methods A8).
 * `rank` starts at 1; options equal in dots and supporters share a rank.
 */
export function rankOptions(
  tally: DotsTally,
  options: readonly VoteOption[],
): readonly { readonly option: VoteOption; readonly count: DotsCount; readonly rank: number }[] {
  const counted = options.map((option, place) => ({ option, place, count: tally.options[option.id] ?? NOTHING }));
  counted.sort((a, b) => b.count.dots - a.count.dots || b.count.supporters - a.count.supporters || a.place - b.place);
  let rank = 0;
  return counted.map(({ option, count }, index) => {
    const previous = counted[index - 1]?.count;
    if (previous === undefined || previous.dots !== count.dots || previous.supporters !== count.supporters)
      rank = index + 1;
    return { option, count, rank };
  });
}
