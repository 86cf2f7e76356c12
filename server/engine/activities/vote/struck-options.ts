// Which options of which votes are struck: how a fact changes that, and what it was before.
import type { StruckOption } from '../../events';
import { type Act, type SessionState, type Taken, withActivity } from '../../state';
import type { ActivityId, PriorityId } from '../../vocabulary';

/** What an act about the option is named by. */
export function aboutOption(state: SessionState, { activityId, option: id }: StruckOption): Pick<Act, 'words'> {
  const option = state.activities[activityId]?.vote?.options.find((one) => one.id === id);
  return option === undefined ? {} : { words: option.heading };
}

/** For what an act has to give back. */
export function struckBefore(state: SessionState, strikes: readonly StruckOption[]): Pick<Taken, 'options'> {
  if (strikes.length === 0) return {};
  const options: Record<ActivityId, Record<PriorityId, boolean>> = {};
  for (const { activityId, option } of strikes) {
    const wasStruck = state.activities[activityId]?.vote?.struck?.includes(option) ?? false;
    options[activityId] = { ...options[activityId], [option]: wasStruck };
  }
  return { options };
}

export function withStruck(state: SessionState, strikes: readonly StruckOption[], strike: boolean): SessionState {
  return strikes.reduce((before, { activityId, option }) => {
    const vote = before.activities[activityId]?.vote;
    if (vote === undefined || (vote.struck?.includes(option) ?? false) === strike) return before;
    const others = (vote.struck ?? []).filter((id) => id !== option);
    return withActivity(before, activityId, { vote: { ...vote, struck: strike ? [...others, option] : others } });
  }, state);
}
