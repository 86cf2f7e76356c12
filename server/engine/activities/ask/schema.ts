// Ask, as it comes from outside.
import { count } from '../../schema/design-parts';
import type { KindSchema } from '../../schema/kind-schema';
import { ideaSchema } from '../ideas/schema';

export const askSchema: KindSchema<'ask'> = { design: { maxPerPerson: count }, ...ideaSchema };
