// What the kinds of activity say of the shape of things that come from outside, put together for the schemas of the wire and the log.
import * as z from 'zod';
import type { ActivityKind } from '../engine/activities/kinds';
import { type KindFact, RULES } from '../engine/activities/registry';
import type { KindSchema } from '../engine/schema/kind-schema';
import type { ActivityDesign } from '../engine/vocabulary';

const SCHEMAS = Object.entries(RULES).map(([kind, { schema }]): [string, KindSchema<ActivityKind>] => [kind, schema]);

/** Of the facts that kinds bring. */
export const kindFacts = Object.assign({}, ...SCHEMAS.map(([, { facts }]) => facts)) as Readonly<
  Record<KindFact['type'], z.ZodType>
>;

/** What kinds fix when an activity opens. */
export const kindOpenings = Object.assign({}, ...SCHEMAS.map(([, { opening }]) => opening)) as z.ZodRawShape;

/** What people send, by its type. */
export const kindCommands = Object.assign({}, ...SCHEMAS.map(([, { commands }]) => commands)) as Readonly<
  Record<string, z.ZodObject>
>;

/** An activity of an agenda; `base` is what every kind has. */
export function activityDesign(base: z.ZodRawShape): z.ZodType<ActivityDesign> {
  const [first, ...others] = SCHEMAS.map(([kind, { design }]) =>
    z.strictObject({ ...base, ...design, kind: z.literal(kind) }),
  );
  return z.discriminatedUnion('kind', [first!, ...others]) as z.ZodType<unknown> as z.ZodType<ActivityDesign>;
}
