// Pulse, as it comes from outside.
import * as z from 'zod';
import { named } from '../../schema/design-parts';
import type { KindSchema } from '../../schema/kind-schema';
import { id } from '../../schema/parts';

const told = { activityId: id, mood: id };

export const pulseSchema: KindSchema<'pulse'> = {
  design: { moods: z.array(named).min(2) },
  commands: { 'pulse.tell': z.strictObject(told) },
  facts: { PulseTold: z.strictObject({ participantId: id, ...told }) },
};
