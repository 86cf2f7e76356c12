// What of a vote's options people see and may choose: those that are not struck, in words that nobody has hidden.
import type { StruckOption, VoteOption } from '../../events';
import { oncePer } from '../../once';
import type { Idea, SessionState } from '../../state';
import { words } from '../../told';
import type { ActivityId, IdeaId, OwnText, PriorityId } from '../../vocabulary';
import type { VoteState } from './types';

export function isStruck({ struck = [] }: Pick<VoteState, 'struck'>, id: PriorityId): boolean {
  return struck.includes(id);
}

export function isStanding(state: SessionState, vote: Pick<VoteState, 'struck'>, option: VoteOption): boolean {
  return !isStruck(vote, option.id) && !isWordless(state, option);
}

/** The vote as it is shown: without what is struck, and with headings that hold no hidden words. */
export function shownVote(state: SessionState, vote: VoteState): VoteState {
  const options = vote.options
    .filter((option) => isStanding(state, vote, option))
    .map(({ id, themeId, horizonId, heading, ideaIds }): VoteOption => {
      const shown = state.wordsStay ? words(heading) : shownHeading(heading, ideasBehind(state, ideaIds));
      return { id, themeId, horizonId, heading: shown, ideaIds };
    });
  return { ...vote, options, goals: vote.goals.filter((id) => options.some((option) => option.id === id)) };
}

/** Nothing of what is behind it may be seen any more. What its author withdrew was not hidden. */
export function isWordless(state: SessionState, { ideaIds }: VoteOption): boolean {
  const behind = ideasBehind(state, ideaIds);
  return !state.wordsStay && behind.length > 0 && behind.every(({ hidden }) => hidden);
}

/** With those that were hidden when their author withdrew them: so they stay. */
export function ideasBehind({ ideas, withdrawn }: SessionState, ids: readonly IdeaId[]): readonly Idea[] {
  return ids.flatMap((id) => {
    const gone = withdrawn.ideas.get(id);
    return ideas.get(id) ?? (gone?.hidden ? gone : []);
  });
}

/** A heading often is one idea word for word: once that one is hidden, the first of the others speaks for them. */
export function shownHeading(heading: OwnText, behind: readonly Idea[]): OwnText {
  const first = behind.find(({ hidden }) => !hidden);
  return words(first !== undefined && isHiddenWording(heading, behind) ? first : heading);
}

/** It is, word for word, what somebody hid, and nothing that is to be seen says so. */
export function isHiddenWording({ text }: OwnText, behind: readonly Idea[]): boolean {
  const isHidden = behind.some(
    (idea) => (idea.hidden && idea.text === text) || (idea.hiddenWords?.includes(text) ?? false),
  );
  return isHidden && !behind.some((idea) => !idea.hidden && idea.text === text);
}

type Out = ReadonlySet<IdeaId | PriorityId>;
const NONE: ReadonlySet<IdeaId | PriorityId> = new Set();

/**
 * Options that were struck and the ideas behind them: their words are out, unless another vote still asks about them. Asked of
 * every line of a draft, by every audience.
 */
export const struckIdeas = oncePer((state: SessionState): Out => struckBut(state));

/** The same, whatever this one vote has struck itself. */
export function struckElsewhere(state: SessionState, activityId: ActivityId): Out {
  return struckBut(state, activityId);
}

function struckBut(state: SessionState, except?: ActivityId): Out {
  const votes = Object.entries(state.activities).flatMap(([id, { vote }]) =>
    vote === undefined ? [] : [{ id, vote }],
  );
  if (state.wordsStay || votes.every(({ vote }) => (vote.struck?.length ?? 0) === 0)) return NONE;
  const struck = votes.flatMap(({ id, vote }) =>
    id === except ? [] : vote.options.filter((option) => isStruck(vote, option.id)),
  );
  const asked = votes.flatMap(({ vote }) => vote.options.filter((option) => isStanding(state, vote, option)));
  const out = new Set(struck.flatMap(({ id, ideaIds }) => [id, ...ideaIds]));
  for (const { id, ideaIds } of asked) for (const one of [id, ...ideaIds]) out.delete(one);
  return out;
}

/** The ideas behind options of votes. */
export function behindOptions({ activities }: SessionState, options: readonly StruckOption[]): readonly IdeaId[] {
  return options.flatMap(({ activityId, option }) => {
    const found = activities[activityId]?.vote?.options.find(({ id }) => id === option);
    return found?.ideaIds ?? [];
  });
}
