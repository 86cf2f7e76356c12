// Group, as it comes from outside: nothing but an activity.
import type { KindSchema } from '../../schema/kind-schema';

export const groupSchema: KindSchema<'group'> = { design: {}, commands: {}, facts: {} };
