// Bodies of the organiser's requests, see docs/protocol/http.md#for-the-organiser.
import * as z from 'zod';
import { PLACE_MAX_LENGTH } from '../engine/limits';
import type { RollUpWish } from '../engine/roll-up/decide-roll-up';
import { id, messageId, ownText, text } from '../engine/schema/parts';
import { organisations } from './design-schema';

/** Columns of a table that people can still read. */
export const MOST_DISTRICTS = 60;

const code = z.string().regex(/^[A-Z2-9]{6}$/);
const place = z.string().trim().min(1).max(PLACE_MAX_LENGTH);
const members = z.array(z.strictObject({ code, priorityId: id })).max(MOST_DISTRICTS);

const wish = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rename'), title: text }),
  z.strictObject({ type: z.literal('place'), code, place: text }),
  z.strictObject({ type: z.literal('match'), matchId: messageId, heading: ownText, members }),
  z.strictObject({ type: z.literal('unmatch'), matchId: messageId }),
  z.strictObject({ type: z.literal('apart'), members }),
]) satisfies z.ZodType<RollUpWish>;

export const organiserBodies = {
  organisations: z.strictObject({ organisations, version: z.string().max(64).optional() }),
  newRollUp: z
    .strictObject({ title: place, districts: z.array(z.strictObject({ code, place })).min(1).max(MOST_DISTRICTS) })
    .refine(({ districts }) => new Set(districts.map((one) => one.code)).size === districts.length, 'a session twice'),
  rollUpWish: z.strictObject({ version: z.int().min(1), wish }),
} as const;
