// Endorse, as it comes from outside.
import * as z from 'zod';
import type { KindSchema } from '../../schema/kind-schema';
import { actionDetails, id, lang, ownText, text } from '../../schema/parts';
import { AGREEMENT_LEVELS, JUDGED } from '../../vocabulary';

const line = { activityId: id, lineId: id };
const judged = { participantId: id, ...line };

const wording = z.strictObject({
  text: ownText,
  translations: z.partialRecord(lang, text).optional(),
  details: z.strictObject(actionDetails).optional(),
  goals: z.array(z.strictObject({ id, text: ownText })).optional(),
});

export const endorseSchema: KindSchema<'endorse'> = {
  design: {},
  commands: {
    'endorsement.give': z.strictObject({
      ...line,
      level: z.literal(AGREEMENT_LEVELS),
      round: z.int().min(1).max(1_000).optional(),
    }),
    'endorsement.withdraw': z.strictObject(line),
  },
  facts: {
    EndorsementGiven: z.strictObject({ ...judged, level: z.literal(AGREEMENT_LEVELS) }),
    EndorsementWithdrawn: z.strictObject(judged),
  },
  opening: {
    lines: z.array(id).optional(),
    judge: z.enum(JUDGED).optional(),
    wordings: z.record(id, wording).optional(),
  },
};
