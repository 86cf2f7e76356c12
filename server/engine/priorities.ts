// Priorities as they stand: merged ones with their members, and every other placed idea standing alone.
import type { VoteOption } from './events';
import { shownHeading } from './standing-options';
import type { Idea, SessionState } from './state';
import type { HorizonId, OwnText, PriorityId, ThemeId } from './vocabulary';

export type StandingPriority = {
  readonly id: PriorityId;
  readonly order: number;
  readonly heading: OwnText;
  readonly themeId: ThemeId;
  readonly horizonId: HorizonId;
  readonly ideas: readonly Idea[];
  readonly merged: boolean;
};

/** Each person once, however many of the ideas they support; who wrote one of them has spoken already. */
export function supportersOf(ideas: readonly Idea[]): number {
  const people = new Set(ideas.flatMap(({ supporterIds }) => supporterIds));
  for (const { authorId } of ideas) if (authorId !== null) people.delete(authorId);
  return people.size;
}

/** Ready to be spread into a view, which leaves out what is zero. */
export function supportersShown(ideas: readonly Idea[]): { readonly supporters?: number } {
  const supporters = supportersOf(ideas);
  return supporters === 0 ? {} : { supporters };
}

// Every audience asks for them at every tick, and most facts (votes) change neither ideas nor priorities.
const standingOf = new WeakMap<
  SessionState['ideas'],
  { readonly priorities: SessionState['priorities']; readonly standing: readonly StandingPriority[] }
>();

/** In order of creation. Hidden ideas are left out, and so is a priority with no visible idea. */
export function standingPriorities(state: SessionState): readonly StandingPriority[] {
  const known = standingOf.get(state.ideas);
  if (state.wordsStay) return listStanding(state);
  if (known?.priorities === state.priorities) return known.standing;
  const standing = listStanding(state);
  standingOf.set(state.ideas, { priorities: state.priorities, standing });
  return standing;
}

function listStanding(state: Pick<SessionState, 'ideas' | 'priorities' | 'wordsStay'>): readonly StandingPriority[] {
  const members = new Map<PriorityId, Idea[]>();
  const standing: StandingPriority[] = [];
  for (const idea of [...state.ideas.values()].sort((a, b) => a.order - b.order)) {
    if (idea.themeId === undefined || idea.horizonId === undefined) continue;
    if (idea.priorityId === null) {
      if (idea.hidden) continue;
      const { id, order, text, lang, themeId, horizonId } = idea;
      standing.push({ id, order, heading: { text, lang }, themeId, horizonId, ideas: [idea], merged: false });
    } else {
      const others = members.get(idea.priorityId);
      if (others === undefined) members.set(idea.priorityId, [idea]);
      else others.push(idea);
    }
  }
  for (const priority of state.priorities.values()) {
    const all = members.get(priority.id) ?? [];
    const ideas = all.filter(({ hidden }) => !hidden);
    if (ideas.length > 0)
      standing.push({
        ...priority,
        heading: state.wordsStay ? priority.heading : shownHeading(priority.heading, all),
        ideas,
        merged: true,
      });
  }
  return standing.sort((a, b) => a.order - b.order);
}

/** What a vote over these horizons freezes when it opens: by theme of the workshop, then in order of creation. */
export function voteOptions(state: SessionState, horizonIds: readonly HorizonId[]): readonly VoteOption[] {
  const themePlace = new Map(state.design.themes.map((theme, place) => [theme.id, place]));
  const placeOf = (themeId: ThemeId): number => themePlace.get(themeId) ?? themePlace.size;
  return standingPriorities(state)
    .filter((priority) => horizonIds.includes(priority.horizonId))
    .sort((a, b) => placeOf(a.themeId) - placeOf(b.themeId) || a.order - b.order)
    .map(({ id, themeId, horizonId, heading, ideas }) => ({
      id,
      themeId,
      horizonId,
      heading,
      ideaIds: ideas.map((idea) => idea.id),
    }));
}
