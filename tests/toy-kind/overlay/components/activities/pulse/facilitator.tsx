'use client';
// How many of the room have said it.
import type { PulseView } from '../../../server/engine/activities/pulse/types';
import type { FacilitatorFace } from '../face';

export const pulseFacilitator: FacilitatorFace<'pulse'> = { Desk: PulseFacilitator, help: { whileOpen: 'closePulse' } };

function PulseFacilitator({ activity }: { readonly activity: PulseView }) {
  return <p>{activity.turnout?.voted ?? 0}</p>;
}
