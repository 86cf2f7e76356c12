// Collect, as it comes from outside.
import * as z from 'zod';
import { count } from '../../schema/design-parts';
import type { KindSchema } from '../../schema/kind-schema';
import { horizonId } from '../../schema/parts';
import { ideaSchema } from '../ideas/schema';

export const collectSchema: KindSchema<'collect'> = {
  design: { horizonIds: z.array(horizonId).min(1), maxPerPerson: count },
  ...ideaSchema,
};
