// Which sentence of the help is for the moment: what a facilitator in a hurry does now, and where. Pure.
import type { FacilitatorView } from '../../server/engine/views';
import { facilitatorFace } from '../activities/facilitators';
import type { NextStep } from './next-step';

/** The key of the sentence. */
export function helpNow({ activity }: Pick<FacilitatorView, 'activity'>, step: NextStep | undefined): string {
  if (step === undefined) return 'ended';
  const help = activity === undefined ? undefined : facilitatorFace(activity.kind).help;
  if (step.key === 'close') return help?.whileOpen ?? step.key;
  if (step.key === 'open') return help?.beforeOpening ?? step.key;
  return step.key;
}
