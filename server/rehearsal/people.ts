// Who sits in the made-up hall: groups of unequal size, three languages, and the small troubles people have with phones.
import type { GroupId, Locale } from '../engine/vocabulary';
import { Random } from './random';
import { type Habit, habitsOf } from './typing';

export type Trait =
  /** Comes when the first activities are over. */
  | 'late'
  /** Loses the network for a while in the middle of something. */
  | 'offline'
  /** Taps twice. */
  | 'double sender'
  /** Edits, withdraws and votes again. */
  | 'changes mind'
  /** Gives more dots than there are. */
  | 'overspends'
  /** Says little. */
  | 'quiet';

export type Person = {
  readonly number: number;
  readonly groupId: GroupId;
  readonly lang: Locale;
  readonly habits: readonly Habit[];
  readonly traits: ReadonlySet<Trait>;
  readonly random: Random;
};

const SHARE: Readonly<Record<Trait, number>> = {
  late: 0.1,
  offline: 0.15,
  'double sender': 0.1,
  'changes mind': 0.25,
  overspends: 0.1,
  quiet: 0.1,
};

/** Of the hall as a whole; communities take the rest. A district administration sends three or four people to any hall. */
function sizeOf(groupId: GroupId, people: number): number | undefined {
  switch (groupId) {
    case 'lsg-heads':
      return Math.round(people * 0.12);
    case 'civil-society':
      return Math.round(people * 0.2);
    case 'district-administration':
      return Math.min(4, Math.round(people * 0.08));
    case 'district-structures':
      return Math.round(people * 0.11);
    default:
      return undefined;
  }
}

/** As many of each group as there are people, the groups without a size of their own sharing what is left. */
function seats(groupIds: readonly GroupId[], people: number): GroupId[] {
  const sized = groupIds.flatMap((id) => Array.from({ length: sizeOf(id, people) ?? 0 }, () => id));
  const open = groupIds.filter((id) => sizeOf(id, people) === undefined);
  const rest = open.length > 0 ? open : groupIds;
  const left = Math.max(0, people - sized.length);
  return [...sized, ...Array.from({ length: left }, (_, at) => rest[at % rest.length] ?? '')].slice(0, people);
}

export function makePeople(count: number, seed: string, groupIds: readonly GroupId[]): readonly Person[] {
  const random = new Random(`hall ${seed}`);
  const groups = random.shuffle(seats(groupIds, count));
  const traits = new Map<Trait, ReadonlySet<number>>();
  const everyone = groups.map((_, at) => at);
  for (const [trait, share] of Object.entries(SHARE) as [Trait, number][]) {
    // At least one of each, so that a small rehearsal shows every trouble too.
    traits.set(trait, new Set(random.shuffle(everyone).slice(0, Math.max(1, Math.round(count * share)))));
  }
  return groups.map((groupId, at) => {
    const own = new Random(`person ${seed} ${at}`);
    const lang = own.weighted<Locale>({ ky: 68, ru: 27, en: 5 });
    return {
      number: at + 1,
      groupId,
      lang,
      habits: habitsOf(lang, own),
      traits: new Set([...traits].filter(([, who]) => who.has(at)).map(([trait]) => trait)),
      random: own,
    };
  });
}
