// What of a vote's options people see and may choose: those that are not struck, in words that nobody has hidden.
import type { VoteOption } from './events';
import type { Idea, SessionState, VoteState } from './state';
import type { OwnText, PriorityId } from './vocabulary';

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
    .map((option) =>
      state.wordsStay ? option : { ...option, heading: shownHeading(option.heading, membersOf(state, option)) },
    );
  return { ...vote, options, goals: vote.goals.filter((id) => options.some((option) => option.id === id)) };
}

/** Nothing of what is behind it may be seen any more. What its author withdrew was not hidden. */
export function isWordless(state: SessionState, option: VoteOption): boolean {
  const members = membersOf(state, option);
  return !state.wordsStay && members.length > 0 && members.every(({ hidden }) => hidden);
}

function membersOf({ ideas }: SessionState, { ideaIds }: VoteOption): readonly Idea[] {
  return ideaIds.flatMap((id) => ideas.get(id) ?? []);
}

/** A heading often is one idea word for word: once that one is hidden, the first of the others speaks for them. */
export function shownHeading(heading: OwnText, members: readonly Idea[]): OwnText {
  const [first] = members.filter(({ hidden }) => !hidden);
  const saysSo = ({ text }: Idea): boolean => text === heading.text;
  if (first === undefined || !members.some((idea) => idea.hidden && saysSo(idea))) return heading;
  return members.some((idea) => !idea.hidden && saysSo(idea)) ? heading : { text: first.text, lang: first.lang };
}
