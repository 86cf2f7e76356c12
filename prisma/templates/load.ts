// The seminar that every new installation starts with, checked once at the edge: a broken template stops the seed, not a session.
import * as z from 'zod';
import type { WorkshopDesign } from '../../server/engine/vocabulary';
import { VOTE_RULES, VOTE_WEIGHTS } from '../../server/engine/vocabulary';
import { checkSettings } from '../../server/engine/voting/settings';
import lsgVision2030 from './lsg-vision-2030.json';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const text = z.string().trim().min(1);
const localText = z.strictObject({ ky: text, ru: text, en: text });
const horizonId = z.enum(['today', 'tomorrow', '2030']);
const count = z.int().min(1);
const named = z.strictObject({ id, name: localText });
const base = { id, title: localText, prompt: localText, minutes: count.max(240) };

const method = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('dots'), budget: count, cap: count }),
  z.strictObject({ name: z.literal('approval'), max: count }),
  z.strictObject({ name: z.literal('score'), criteria: z.array(named).min(1), scale: z.literal(5) }),
  z.strictObject({ name: z.literal('ranking'), top: count }),
  z.strictObject({ name: z.literal('agreement') }),
]);
const settings = z
  .strictObject({ method, rule: z.enum(VOTE_RULES), places: count, weights: z.enum(VOTE_WEIGHTS) })
  .refine((value) => checkSettings(value) === undefined, 'these settings do not fit together');

const activity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ask'), ...base, maxPerPerson: count }),
  z.strictObject({ kind: z.literal('collect'), ...base, horizonIds: z.array(horizonId).min(1), maxPerPerson: count }),
  z.strictObject({ kind: z.literal('group'), ...base }),
  z.strictObject({
    kind: z.literal('vote'),
    ...base,
    horizonIds: z.array(horizonId).min(1),
    settings,
    goalsPerTheme: count,
  }),
  z.strictObject({ kind: z.literal('plan'), ...base, maxPerPerson: count }),
  z.strictObject({ kind: z.literal('endorse'), ...base }),
]);

const design = z
  .strictObject({
    title: localText,
    groups: z.array(named).min(1),
    themes: z.array(named).min(1),
    horizons: z.array(z.strictObject({ id: horizonId, name: localText })).min(1),
    agenda: z.array(activity).min(1),
    smallestCell: count,
  })
  .refine(
    ({ groups, themes, horizons, agenda }) =>
      [groups, themes, horizons, agenda].every((list) => new Set(list.map((item) => item.id)).size === list.length),
    'two things of one kind share an id',
  );

/** The design in this JSON, or a ZodError that says which field is wrong. */
export function parseTemplate(value: unknown): WorkshopDesign {
  return design.parse(value);
}

/** The "LSG Vision 2030" seminar. */
export function loadTemplate(): WorkshopDesign {
  return parseTemplate(lsgVision2030);
}
