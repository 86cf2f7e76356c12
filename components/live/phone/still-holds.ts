// Whether what a wish was refused for is still so, as far as this phone can see. What is not known to have changed holds.
import { isVote } from '../../../server/engine/activities/vote/is-vote';
import type { Command } from '../../../server/engine/commands';
import type { Mine, ParticipantView } from '../../../server/engine/views';
import { ballotValues, optionIn } from '../../../server/protocol/form-ballot';
import type { Refusal } from './parts/own';

function activityOf(command: Command, mine: Mine): string | undefined {
  if ('activityId' in command) return command.activityId;
  if ('actionId' in command) return mine.actions[command.actionId]?.activityId;
  return 'ideaId' in command ? (mine.ideas[command.ideaId] ?? mine.supports[command.ideaId])?.activityId : undefined;
}

export function stillHolds(
  { code, command }: Pick<Refusal, 'code' | 'command'>,
  { session, activity }: ParticipantView,
  mine: Mine | undefined,
): boolean {
  if (code === 'session_not_started') return session.phase === 'lobby';
  if (mine === undefined) return true;
  if (code === 'not_joined') return false;
  if (activity?.status !== 'open' || activity.id !== activityOf(command, mine)) return true;
  if (code === 'activity_closed') return false;
  if (/^too_many_(ideas|actions)$/.test(code) && 'maxPerPerson' in activity) {
    const written = Object.values({ ...mine.ideas, ...mine.actions });
    return written.filter(({ activityId }) => activityId === activity.id).length >= activity.maxPerPerson;
  }
  if (code === 'option_struck' && isVote(activity) && command.type === 'ballot.cast') {
    const named = [...ballotValues(command).keys()].map(optionIn);
    return !activity.options.some(({ id }) => named.includes(id));
  }
  return true;
}
