// The small schemas that commands, facts and designs are made of.
import * as z from 'zod';
import { ANSWERS } from '../commands';
import { LOCALES, VOTE_PER, VOTE_RULES, VOTE_WEIGHTS } from '../vocabulary';

/** What a person typed: how long it may be is for the rules to say, so that the refusal says it in words. */
export const text = z.string().max(16_384);

/** Ids of the design and ids that clients make (`need:<id>` for lines). They become keys of objects in views. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9_-][A-Za-z0-9_.:-]{0,79}$/)
  .refine((value) => !(value in Object.prototype), 'reserved');

export const lang = z.enum(LOCALES);
export const horizonId = z.enum(['today', 'tomorrow', '2030']);
export const ownText = z.strictObject({ text, lang });
export const seq = z.int().min(0).max(2_147_483_647);
export const desk = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
export const messageId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
export const actionDetails = { who: text, byWhen: text, means: text, sign: text };
export const actionFields = { what: text, ...actionDetails };

/** What one ballot may name; how much of that a vote takes is for the rules to say. */
const MOST_NAMED = 2_000;
/** Of one scale. */
const MOST_CRITERIA = 5;

const BALLOTS = ['choices', 'approved', 'scores', 'ranked', 'answers'] as const;

/** A ballot of each method; exactly one of these, which `isOneBallot` checks. */
export const ballotFields = {
  choices: z
    .array(z.strictObject({ option: id, dots: z.int().min(0).max(1_000) }))
    .max(MOST_NAMED)
    .optional(),
  approved: z.array(id).max(MOST_NAMED).optional(),
  scores: z
    .array(z.strictObject({ option: id, criterion: id, score: z.int().min(0).max(100) }))
    .max(MOST_NAMED)
    .optional(),
  ranked: z.array(z.array(id).max(MOST_NAMED)).max(MOST_NAMED).optional(),
  answers: z
    .array(z.strictObject({ option: id, answer: z.enum(ANSWERS) }))
    .max(MOST_NAMED)
    .optional(),
};

export function isOneBallot(cast: Readonly<Partial<Record<(typeof BALLOTS)[number], unknown>>>): boolean {
  return BALLOTS.filter((field) => cast[field] !== undefined).length === 1;
}

/** Whether a limit makes sense is for the rules to say. */
const limit = z.int().min(0).max(1_000);
const name = z.string().min(1).max(200);
const voteMethod = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('dots'), budget: limit, cap: limit }),
  z.strictObject({ name: z.literal('approval'), max: limit }),
  z.strictObject({
    name: z.literal('score'),
    criteria: z
      .array(z.strictObject({ id, name: z.strictObject({ ky: name, ru: name, en: name }) }))
      .max(MOST_CRITERIA),
    scale: z.literal(5),
  }),
  z.strictObject({ name: z.literal('ranking'), top: limit }),
  z.strictObject({ name: z.literal('agreement') }),
]);

/** As a desk may set them, and as a log may therefore hold them. */
export const voteSettings = z.strictObject({
  method: voteMethod,
  rule: z.enum(VOTE_RULES),
  places: limit,
  per: z.enum(VOTE_PER).optional(),
  weights: z.enum(VOTE_WEIGHTS),
});

/** Of every alphabet that codes have been made of. */
export const joinCode = z.string().regex(/^[A-HJKMNP-Z2-9]{6}$/);
