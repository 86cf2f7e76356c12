// A workshop's design, checked once where it enters: a template, or the first fact of a log from elsewhere.
import * as z from 'zod';
import { VOTE_PER, VOTE_RULES, VOTE_WEIGHTS } from '../engine/vocabulary';
import { checkSettings } from '../engine/voting/methods/settings';
import { horizonId } from './parts';
import { pictureOf } from './picture';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
/** No database takes the sign NUL. */
const text = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .refine((value) => !value.includes('\0'), 'a sign that no text holds');
const localText = z.strictObject({ ky: text, ru: text, en: text });
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
const voteSettings = z
  .strictObject({
    method,
    rule: z.enum(VOTE_RULES),
    places: count,
    per: z.enum(VOTE_PER).optional(),
    weights: z.enum(VOTE_WEIGHTS),
  })
  .refine((value) => checkSettings(value) === undefined, 'these settings do not fit together');

const activity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ask'), ...base, maxPerPerson: count }),
  z.strictObject({ kind: z.literal('collect'), ...base, horizonIds: z.array(horizonId).min(1), maxPerPerson: count }),
  z.strictObject({ kind: z.literal('group'), ...base }),
  z.strictObject({
    kind: z.literal('vote'),
    ...base,
    horizonIds: z.array(horizonId).min(1),
    settings: voteSettings,
  }),
  z.strictObject({ kind: z.literal('plan'), ...base, maxPerPerson: count }),
  z.strictObject({ kind: z.literal('endorse'), ...base }),
]);

/** About 64 kB of picture: enough for a sign in print, small enough for the first fact of every log. */
const LARGEST_LOGO = 90_000;
const MOST_ORGANISATIONS = 12;

export const organisations = z
  .array(
    z.strictObject({
      role: z.enum(['organiser', 'funder']),
      name: localText,
      logo: z
        .string()
        .max(LARGEST_LOGO)
        .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/)
        .refine((value) => pictureOf(value) !== undefined, 'no picture we can read')
        .optional(),
    }),
  )
  .max(MOST_ORGANISATIONS);

/** A place of the IANA list, as this server knows it: not an offset, which would be wrong for half of the year elsewhere. */
const timeZone = z
  .string()
  .regex(/^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z][A-Za-z_+-]*\d?){1,2})$/)
  .refine(isKnownZone, 'no time zone we know');

function isKnownZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const workshopDesign = z
  .strictObject({
    title: localText,
    groups: z.array(named).min(1),
    themes: z.array(named).min(1),
    horizons: z.array(z.strictObject({ id: horizonId, name: localText })).min(1),
    agenda: z.array(activity).min(1),
    smallestCell: count,
    timeZone: timeZone.optional(),
    organisations: organisations.optional(),
  })
  .refine(
    ({ groups, themes, horizons, agenda }) =>
      [groups, themes, horizons, agenda].every((list) => new Set(list.map((item) => item.id)).size === list.length),
    'two things of one kind share an id',
  );
