// Which sentence of the help is for the moment: what a facilitator in a hurry does now, and where. Pure.
import type { ActivityView, FacilitatorView } from '../../server/engine/views';
import type { NextStep } from './next-step';

const WHILE_OPEN = {
  ask: 'closeIdeas',
  collect: 'closeIdeas',
  group: 'closeGroup',
  vote: 'closeVote',
  plan: 'closePlan',
  endorse: 'closeEndorse',
} as const satisfies Readonly<Record<ActivityView['kind'], string>>;

export type HelpNow =
  | Exclude<NextStep['key'], 'close'>
  | (typeof WHILE_OPEN)[ActivityView['kind']]
  | 'openVote'
  | 'openEndorse'
  | 'ended';

export function helpNow({ activity }: Pick<FacilitatorView, 'activity'>, step: NextStep | undefined): HelpNow {
  if (step === undefined) return 'ended';
  if (step.key === 'close') return WHILE_OPEN[activity?.kind ?? 'ask'];
  if (step.key === 'open' && activity?.kind === 'vote') return 'openVote';
  if (step.key === 'open' && activity?.kind === 'endorse') return 'openEndorse';
  return step.key;
}
