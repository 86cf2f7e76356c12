// Ideas, priorities, actions and the figures of votes and judgements, as they go over the wire.

import * as z from 'zod';
import type { ActionDetails } from '../../../server/engine/commands';
import type * as views from '../../../server/engine/views';
import { LOCALES, VOTE_PER, VOTE_RULES, VOTE_WEIGHTS, type VoteSettings } from '../../../server/engine/vocabulary';
import type { Dissent } from '../../../server/engine/voting/publishing/agreement-mark';
import type { JudgedFigures } from '../../../server/engine/voting/publishing/endorsement';
import type { Few } from '../../../server/engine/voting/publishing/few';
import type { Bounds } from '../../../server/engine/voting/publishing/suppression';
import type {
  AgreementFigures,
  AgreementResult,
  ApprovalResult,
  CriterionResult,
  DotsResult,
  RankingResult,
  ScoreResult,
} from '../../../server/engine/voting/telling/figures';
import {
  byId,
  counts,
  exactly,
  fields,
  horizonId,
  id,
  lang,
  named,
  type Of,
  ownText,
  type Shape,
  whole,
} from './pieces';

export const ideaShape: Shape<views.IdeaView> = {
  text: z.string(),
  lang,
  order: whole,
  activityId: id,
  themeId: id.optional(),
  horizonId: horizonId.optional(),
  seconders: whole.min(1).optional(),
  hidden: z.literal(true).optional(),
};
export const actionShape: Shape<views.ActionView> = {
  ...fields,
  order: whole,
  goalId: id,
  lang,
  hidden: z.literal(true).optional(),
};
export const priority = exactly<views.PriorityView>({
  order: whole,
  heading: ownText,
  themeId: id,
  horizonId,
  ideaIds: z.array(id),
  merged: z.boolean(),
  seconders: whole.min(1).optional(),
});

const bounds = byId(exactly<Bounds[string]>({ point: whole.optional(), atLeast: whole, of: whole })).optional();
const histograms = byId(z.array(whole));

export const change = {
  at: whole.optional(),
  seq: whole.min(1).optional(),
  by: z.string().min(1).max(60).optional(),
  author: z.literal(true).optional(),
};
const judgedWords = exactly<views.JudgedWords>({
  text: ownText,
  translations: z.partialRecord(z.enum(LOCALES), z.string()).optional(),
  details: exactly<ActionDetails>({
    who: z.string(),
    byWhen: z.string(),
    means: z.string(),
    sign: z.string(),
  }).optional(),
  goals: z.array(ownText).optional(),
  goalsOut: z.number().int().positive().optional(),
});
const judgedFigures: Shape<JudgedFigures> = {
  counts: z.array(whole).length(8).optional(),
  given: whole,
  support: whole.optional(),
  base: whole.optional(),
  supportPercent: whole.optional(),
  discuss: whole.optional(),
  against: whole.optional(),
  held: z.literal(true).optional(),
  countsByGroup: histograms.optional(),
  nearlyAll: bounds,
  mark: z.enum(['agreed', 'reservations', 'contested']).optional(),
  dissent: z
    .array(
      exactly<Dissent>({
        groupId: id,
        asks: z.enum(['discussion', 'rejection']),
        people: whole,
        of: whole,
        atLeast: z.literal(true).optional(),
      }),
    )
    .min(1)
    .optional(),
};
export const endorsement = exactly<views.EndorsementResult>({
  ...judgedFigures,
  changed: exactly<views.ChangedSince>({
    ...change,
    judged: judgedWords,
    languages: z.array(z.enum(LOCALES)).min(1).optional(),
  }).optional(),
  before: z
    .array(exactly<Of<NonNullable<views.EndorsementResult['before']>>>({ ...judgedFigures, judged: judgedWords }))
    .min(1)
    .optional(),
});
export const dotsFigures = { dots: whole, supporters: whole, dotsByGroup: counts, nearlyAll: bounds };
export const result = exactly<DotsResult>({ ...dotsFigures, rank: whole.optional() });
export const approvalFigures = { approvals: whole, approvalsByGroup: counts, nearlyAll: bounds };
export const approval = exactly<ApprovalResult>({ ...approvalFigures, rank: whole.optional() });
export const criterion = exactly<CriterionResult>({
  counts: z.array(whole),
  median: z.number().optional(),
  lowerMedian: whole.optional(),
  q1: z.number().optional(),
  q3: z.number().optional(),
  consensus: z.number().optional(),
  high: whole,
  countsByGroup: histograms,
  nearlyAll: bounds,
});
export const few = exactly<Few>({ few: whole });
export const scoreFigures = {
  criteria: byId(z.union([few, criterion])),
  quadrant: z.enum(['do-now', 'prepare', 'easy-extra', 'set-aside']).optional(),
};
export const score = exactly<ScoreResult>({ ...scoreFigures, rank: whole.optional() });
export const ranking = exactly<RankingResult>({
  options: z.array(id),
  margins: z.array(z.array(whole)).optional(),
  borda: counts,
  order: z.array(id),
  named: counts,
  condorcetWinner: id.optional(),
  schulzeOrder: z.array(z.array(id)),
});
export const answers: Shape<AgreementFigures> = { agree: whole, disagree: whole, pass: whole };
export const agreementFigures = {
  ...answers,
  consensus: z.number().optional(),
  byGroup: byId(exactly<AgreementFigures>(answers)),
  nearlyAll: bounds,
  split: z.literal(true).optional(),
  polarised: z.literal(true).optional(),
};
export const agreement = exactly<AgreementResult>({ ...agreementFigures, rank: whole.optional() });
const limit = z.int().min(1);
export const method: z.ZodType<VoteSettings['method']> = z.union([
  z.strictObject({ name: z.literal('dots'), budget: limit, cap: limit }),
  z.strictObject({ name: z.literal('approval'), max: limit }),
  z.strictObject({ name: z.literal('score'), criteria: named(id), scale: z.literal(5) }),
  z.strictObject({ name: z.literal('ranking'), top: limit }),
  z.strictObject({ name: z.literal('agreement') }),
]);
export const settings = exactly<VoteSettings>({
  method,
  rule: z.enum(VOTE_RULES),
  places: limit,
  per: z.enum(VOTE_PER).optional(),
  weights: z.enum(VOTE_WEIGHTS),
});
