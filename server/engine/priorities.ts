// Priorities as they stand: merged ones with their members, and every other placed idea standing alone.

import { ideasBehind, shownHeading, struckElsewhere, struckIdeas } from './activities/vote/standing-options';
import type { VoteOption } from './events';
import { oncePer } from './once';
import type { Idea, SessionState } from './state';
import { words } from './told';
import type { ActivityId, HorizonId, IdeaId, OwnText, PriorityId, ThemeId } from './vocabulary';

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
export function secondersOf(ideas: readonly Idea[]): number {
  const people = new Set(ideas.flatMap(({ supporterIds }) => supporterIds));
  for (const { authorId } of ideas) if (authorId !== null) people.delete(authorId);
  return people.size;
}

/** Ready to be spread into a view, which leaves out what is zero. */
export function secondersShown(ideas: readonly Idea[]): { readonly seconders?: number } {
  const seconders = secondersOf(ideas);
  return seconders === 0 ? {} : { seconders };
}

type Standing = readonly StandingPriority[];

/** Every audience asks for them at every tick, and most facts (votes) change neither ideas nor priorities. */
const knownStanding = () =>
  oncePer(
    (_: SessionState['ideas'], state: SessionState, out: ReadonlySet<IdeaId>) => listStanding(state, out),
    ({ priorities, withdrawn, wordsStay }, out) => [priorities, withdrawn, wordsStay, [...out].sort().join(' ')],
  );
const standingAtDesk = knownStanding();
const standingInRoom = knownStanding();

/** In order of creation, as the desk has them. Hidden ideas are left out, and so is a priority with no visible idea. */
export function standingPriorities(state: SessionState): Standing {
  return standingAtDesk(state.ideas, state, new Set());
}

/** As the room and its papers have them: without the words of options that were struck. */
export function shownPriorities(state: SessionState): Standing {
  return standingInRoom(state.ideas, state, struckIdeas(state));
}

function listStanding(state: SessionState, out: ReadonlySet<IdeaId>): Standing {
  const members = new Map<PriorityId, Idea[]>();
  const standing: StandingPriority[] = [];
  const seen = (idea: Idea): Idea => (out.has(idea.id) ? { ...idea, hidden: true } : idea);
  for (const idea of [...state.ideas.values()].map(seen).sort((a, b) => a.order - b.order)) {
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
  for (const { id, order, heading: given, themeId, horizonId, had } of state.priorities.values()) {
    const ideas = (members.get(id) ?? []).filter(({ hidden }) => !hidden);
    if (ideas.length === 0 || out.has(id)) continue;
    const behind = [
      ...ideas,
      ...ideasBehind(state, had)
        .map(seen)
        .filter(({ hidden }) => hidden),
    ];
    const heading = state.wordsStay ? words(given) : shownHeading(given, behind);
    standing.push({ id, order, heading, themeId, horizonId, ideas, merged: true });
  }
  return standing.sort((a, b) => a.order - b.order);
}

/**
 * What a vote over these horizons freezes when it opens: by theme of the workshop, then in order of creation. What another
 * vote struck is not asked again; what it struck itself stays struck in it.
 */
export function voteOptions(
  state: SessionState,
  { id, horizonIds }: { readonly id: ActivityId; readonly horizonIds: readonly HorizonId[] },
): readonly VoteOption[] {
  const themePlace = new Map(state.design.themes.map((theme, place) => [theme.id, place]));
  const placeOf = (themeId: ThemeId): number => themePlace.get(themeId) ?? themePlace.size;
  return listStanding(state, struckElsewhere(state, id))
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
