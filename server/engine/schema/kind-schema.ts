// What a kind says of the shape of what comes from outside: strict, so that what is not written here is refused.
import type * as z from 'zod';
import type { Kinds } from '../activities/kinds';

type TypeOf<One> = One extends { readonly type: infer Type extends string } ? Type : never;

export type KindSchema<Kind extends keyof Kinds> = {
  /** Of a design, beside what every activity has. */
  readonly design: z.ZodRawShape;
  /** Of each command, beside what every message has. */
  readonly commands: Readonly<Record<TypeOf<Kinds[Kind]['command']>, z.ZodObject>>;
  readonly facts: Readonly<Record<TypeOf<Kinds[Kind]['fact']>, z.ZodType>>;
  /** Its part of `ActivityOpened`. */
  readonly opening?: z.ZodRawShape;
};
