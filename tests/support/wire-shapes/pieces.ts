// What every shape on the wire is made of. `exactly` refuses a field too many; the types of the contract make the compiler
// refuse one that is missing.
import * as z from 'zod';
import type { ActionFields } from '../../../server/engine/commands';
import {
  AGREEMENT_LEVELS,
  type AgreementLevel,
  LOCALES,
  type LocalText,
  type OwnText,
} from '../../../server/engine/vocabulary';

export type Shape<T> = { readonly [Key in keyof T]-?: z.ZodType<T[Key]> };
export const exactly = <T>(shape: Shape<T>): z.ZodType<T> => z.strictObject(shape) as unknown as z.ZodType<T>;
export const byId = <T>(value: z.ZodType<T>) => z.record(z.string(), value);

export const id = z.string().min(1);
export const whole = z.int();
export const lang = z.enum(LOCALES);
export const horizonId = z.enum(['today', 'tomorrow', '2030']);
export const localText = exactly<LocalText>({ ky: z.string(), ru: z.string(), en: z.string() });
export const ownText = exactly<OwnText>({ text: z.string(), lang });
export const counts = byId(whole);
export const named = <Id extends string>(one: z.ZodType<Id>) =>
  z.array(exactly<{ readonly id: Id; readonly name: LocalText }>({ id: one, name: localText }));
export const fields: Shape<ActionFields> = {
  what: z.string().min(1),
  who: z.string(),
  byWhen: z.string(),
  means: z.string(),
  sign: z.string(),
};
export const status = z.enum(['waiting', 'open', 'closed']);
export const level = z.literal(AGREEMENT_LEVELS) satisfies z.ZodType<AgreementLevel>;
export type Of<T extends readonly unknown[]> = T[number];
