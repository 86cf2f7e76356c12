// Plan, as it comes from outside.
import * as z from 'zod';
import { count } from '../../schema/design-parts';
import type { KindSchema } from '../../schema/kind-schema';
import { actionFields, id, lang } from '../../schema/parts';

const action = z.strictObject({ actionId: id });
const written = { actionId: id, goalId: id, lang, ...actionFields };

export const planSchema: KindSchema<'plan'> = {
  design: { maxPerPerson: count },
  commands: { 'action.submit': z.strictObject({ activityId: id, ...written }), 'action.withdraw': action },
  facts: {
    ActionSubmitted: z.strictObject({ participantId: id, activityId: id, ...written }),
    ActionEdited: z.strictObject(written),
    ActionWithdrawn: action,
  },
};
