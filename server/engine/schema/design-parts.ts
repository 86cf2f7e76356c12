// The small schemas that designs are made of.
import * as z from 'zod';

export const designId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
/** No database takes the sign NUL. */
const text = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .refine((value) => !value.includes('\0'), 'a sign that no text holds');
export const localText = z.strictObject({ ky: text, ru: text, en: text });
export const count = z.int().min(1);
export const named = z.strictObject({ id: designId, name: localText });
