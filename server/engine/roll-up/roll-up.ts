// Sessions of several districts side by side: per theme what they share and what is particular to one, how much of each
// district's votes it got, and how the stakeholder groups of all of them stand to it.
import { DEFAULT_TIME_ZONE } from '../time-zone';
import type { GroupId, OwnText, StakeholderGroup, Theme } from '../vocabulary';
import { type Member, memberKey, type RollUpDesign } from './design';
import type { District, DistrictPriority } from './district';
import type { ReadsSince } from './reads-since';
import { type MatchSuggestion, suggestMatches } from './suggest-matches';

export type RollUpCell = Member & {
  readonly heading: OwnText;
  /** Missing, with the share, where they are of too few people to be shown. */
  readonly votes?: number;
  /** Of all votes of its district, 0 to 1. */
  readonly share?: number;
  readonly isGoal: boolean;
  readonly reads?: ReadsSince;
};
/** `votes` of the group out of all `of` it gave in so many districts. */
export type GroupShare = {
  readonly share: number | null;
  readonly votes: number;
  readonly of: number;
  readonly districts: number;
};
export type RollUpRow = {
  /** Of the match; missing for what is particular to one district. */
  readonly matchId?: string;
  readonly heading: OwnText;
  /** A district each, in order; null where it has nothing of the kind. */
  readonly cells: readonly (RollUpCell | null)[];
  /** Share of the votes of a group, over those districts that publish them; null when it gave none, missing when withheld. */
  readonly byGroup: Readonly<Record<GroupId, GroupShare>>;
  readonly goalIn: number;
};
export type RollUpTheme = {
  readonly theme: Theme;
  /** Share of each district's votes, 0 to 1; null where nobody could vote. */
  readonly shares: readonly (number | null)[];
  /** The votes that these shares are of: those for the theme, by district. */
  readonly votes: readonly number[];
  /** Matched across districts, those of most districts first. */
  readonly common: readonly RollUpRow[];
  /** Most votes first. */
  readonly particular: readonly RollUpRow[];
  readonly suggestions: readonly MatchSuggestion[];
};
export type RollUp = {
  readonly title: string;
  /** Of the first of them: they lie side by side. */
  readonly timeZone: string;
  readonly districts: readonly (Omit<District, 'timeZone' | 'groups' | 'themes' | 'priorities' | 'gone' | 'votes'> & {
    readonly place: string;
    /** All votes of the district: what its shares are shares of. */
    readonly votes: number;
  })[];
  /** Of all districts, by id. */
  readonly groups: readonly StakeholderGroup[];
  readonly themes: readonly RollUpTheme[];
  /** Codes of the design whose session is not here. */
  readonly missing: readonly string[];
};

export function rollUp(design: RollUpDesign, sessions: ReadonlyMap<string, District>): RollUp {
  const present = design.districts.flatMap(({ code, place }) => {
    const district = sessions.get(code);
    return district === undefined ? [] : [{ place, district }];
  });
  const districts = present.map(({ district }) => district);
  return {
    title: design.title,
    timeZone: districts[0]?.timeZone ?? DEFAULT_TIME_ZONE,
    districts: present.map(({ place, district }) => {
      const { code, closingHash, seal, title, rehearsal, ended, joined, ballots, votes } = district;
      return { place, code, closingHash, seal, title, rehearsal, ended, joined, ballots, votes: votes.all };
    }),
    groups: unionById(districts.map(({ groups }) => groups)),
    themes: unionById(districts.map(({ themes }) => themes)).map((theme) => rollUpTheme(theme, design, districts)),
    missing: design.districts.filter(({ code }) => !sessions.has(code)).map(({ code }) => code),
  };
}

type Placed = { readonly district: District; readonly priority: DistrictPriority };

function rollUpTheme(theme: Theme, design: RollUpDesign, districts: readonly District[]): RollUpTheme {
  const placed = new Map<string, Placed>();
  for (const district of districts)
    for (const priority of district.priorities)
      if (priority.themeId === theme.id)
        placed.set(memberKey({ code: district.code, priorityId: priority.id }), { district, priority });

  const row = (heading: OwnText, members: readonly Placed[], matchId?: string): RollUpRow => {
    const cells = districts.map((district) => cellOf(members.find((member) => member.district === district)));
    return {
      ...(matchId === undefined ? {} : { matchId }),
      heading,
      cells,
      byGroup: byGroupOf(members),
      goalIn: cells.filter((cell) => cell?.isGoal).length,
    };
  };
  const matched = new Set<string>();
  const common = design.matches.flatMap(({ id, heading, members }) => {
    const here = members.map(memberKey).filter((key) => placed.has(key));
    // One alone is no match: its session left the roll-up.
    if (here.length < 2) return [];
    for (const key of here) matched.add(key);
    const standing = here.map((key) => placed.get(key) as Placed);
    // Made in the words of one of them, which its district has hidden since: those of the first that stands.
    const isGone = districts.some(({ gone }) => gone.includes(heading.text));
    return [row(isGone ? (standing[0]?.priority.heading ?? heading) : heading, standing, id)];
  });
  const single = [...placed].filter(([key]) => !matched.has(key)).map(([, member]) => member);
  const votes = districts.map(({ code }) => {
    const own = [...placed.values()].filter(({ district }) => district.code === code);
    return sum(own.map(({ priority }) => priority.votes?.all ?? 0));
  });
  return {
    theme,
    shares: districts.map((district, at) => (district.votes.all === 0 ? null : (votes[at] ?? 0) / district.votes.all)),
    votes,
    common: common.toSorted((a, b) => filled(b) - filled(a) || totalShare(b) - totalShare(a)),
    particular: single
      .map((member) => row(member.priority.heading, [member]))
      .toSorted((a, b) => totalShare(b) - totalShare(a)),
    suggestions: suggestMatches(
      [...placed.values()].map(({ district, priority }) => ({
        code: district.code,
        priorityId: priority.id,
        heading: priority.heading,
      })),
      design,
    ),
  };
}

function cellOf(member: Placed | undefined): RollUpCell | null {
  if (member === undefined) return null;
  const { district, priority } = member;
  const { id: priorityId, heading, isGoal, votes, reads } = priority;
  const cell = { code: district.code, priorityId, heading, isGoal, ...(reads === undefined ? {} : { reads }) };
  if (votes === undefined) return cell;
  const share = district.votes.all === 0 ? 0 : votes.all / district.votes.all;
  return { ...cell, votes: votes.all, share };
}

/** Sums of what is published, over the districts where all of a group's votes are: nothing withheld can be worked out of it. */
function byGroupOf(members: readonly Placed[]): RollUpRow['byGroup'] {
  const groups = new Set(members.flatMap(({ district }) => Object.keys(district.votes.byGroup)));
  const rows = [...groups].map((group) => {
    const telling = members.filter(({ district }) => district.votes.byGroup[group] !== undefined);
    const all = sum(telling.map(({ district }) => district.votes.byGroup[group] ?? 0));
    const own = sum(telling.map(({ priority }) => priority.votes?.byGroup[group] ?? 0));
    return [group, { share: all === 0 ? null : own / all, votes: own, of: all, districts: telling.length }] as const;
  });
  return Object.fromEntries(rows);
}

function filled({ cells }: RollUpRow): number {
  return cells.filter((cell) => cell !== null).length;
}

function totalShare({ cells }: RollUpRow): number {
  return sum(cells.map((cell) => cell?.share ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The first wording of an id counts: sessions of one workshop have the same. */
function unionById<Item extends { readonly id: string }>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const items = new Map<string, Item>();
  for (const item of lists.flat()) if (!items.has(item.id)) items.set(item.id, item);
  return [...items.values()];
}
