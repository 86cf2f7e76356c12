// Vote, as it comes from outside.
import * as z from 'zod';
import { count, named } from '../../schema/design-parts';
import type { KindSchema } from '../../schema/kind-schema';
import { ballotFields, horizonId, id, isOneBallot, ownText, voteSettings } from '../../schema/parts';
import { VOTE_PER, VOTE_RULES, VOTE_WEIGHTS } from '../../vocabulary';
import { checkSettings } from '../../voting/methods/settings';

const activity = { activityId: id };
const person = { participantId: id };
const struck = z.strictObject({ ...activity, option: id });
const option = z.strictObject({ id, themeId: id, horizonId, heading: ownText, ideaIds: z.array(id) });
const ONE = 'one ballot of one method';

/** A design's settings make sense from the start. */
const designSettings = z
  .strictObject({
    method: z.discriminatedUnion('name', [
      z.strictObject({ name: z.literal('dots'), budget: count, cap: count }),
      z.strictObject({ name: z.literal('approval'), max: count }),
      z.strictObject({ name: z.literal('score'), criteria: z.array(named).min(1), scale: z.literal(5) }),
      z.strictObject({ name: z.literal('ranking'), top: count }),
      z.strictObject({ name: z.literal('agreement') }),
    ]),
    rule: z.enum(VOTE_RULES),
    places: count,
    per: z.enum(VOTE_PER).optional(),
    weights: z.enum(VOTE_WEIGHTS),
  })
  .refine((value) => checkSettings(value) === undefined, 'these settings do not fit together');

export const voteSchema: KindSchema<'vote'> = {
  design: { horizonIds: z.array(horizonId).min(1), settings: designSettings },
  commands: {
    'ballot.cast': z.strictObject({ ...activity, ...ballotFields }).refine(isOneBallot, ONE),
    'ballot.withdraw': z.strictObject(activity),
  },
  facts: {
    VoteConfigured: z.strictObject({ ...activity, settings: voteSettings }),
    OptionStruck: struck,
    OptionRestored: struck,
    BallotCast: z.strictObject({ ...person, ...activity, ...ballotFields }).refine(isOneBallot, ONE),
    BallotWithdrawn: z.strictObject({ ...person, ...activity }),
    // Whoever takes a log in declares every outcome again by the rules, so that it can hold nothing else.
    OutcomeDeclared: z.looseObject(activity),
    GoalsChosen: z.strictObject({ ...activity, priorityIds: z.array(id), reason: ownText.optional() }),
  },
  opening: { options: z.array(option).optional() },
};
