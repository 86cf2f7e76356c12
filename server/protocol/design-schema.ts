// A workshop's design, checked once where it enters: a template, or the first fact of a log from elsewhere.
import * as z from 'zod';
import { count, designId, localText, named } from '../engine/schema/design-parts';
import { horizonId } from '../engine/schema/parts';
import { activityDesign } from './kinds';
import { pictureOf } from './picture';

const base = { id: designId, title: localText, prompt: localText, minutes: count.max(240) };

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
    agenda: z.array(activityDesign(base)).min(1),
    smallestCell: count,
    timeZone: timeZone.optional(),
    organisations: organisations.optional(),
  })
  .refine(
    ({ groups, themes, horizons, agenda }) =>
      [groups, themes, horizons, agenda].every((list) => new Set(list.map((item) => item.id)).size === list.length),
    'two things of one kind share an id',
  );
