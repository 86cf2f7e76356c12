// Ideas as they come from outside: wishes and facts that `ask` and `collect` share.
import * as z from 'zod';
import { horizonId, id, lang, text } from '../../schema/parts';

const place = { themeId: id.optional(), horizonId: horizonId.optional() };
const idea = z.strictObject({ ideaId: id });
const supported = z.strictObject({ participantId: id, ideaId: id });

export const ideaSchema = {
  commands: {
    'idea.submit': z.strictObject({ activityId: id, ideaId: id, text, lang, ...place }),
    'idea.withdraw': idea,
    'idea.support': idea,
    'idea.unsupport': idea,
  },
  facts: {
    IdeaSubmitted: z.strictObject({ participantId: id, activityId: id, ideaId: id, text, lang, ...place }),
    IdeaEdited: z.strictObject({ ideaId: id, text, lang, ...place }),
    IdeaWithdrawn: idea,
    IdeaSupported: supported,
    IdeaUnsupported: supported,
  },
} as const;
