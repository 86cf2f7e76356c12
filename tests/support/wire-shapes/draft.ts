// The draft and its lines, as they go over the wire.

import * as z from 'zod';
import type { ActionFields } from '../../../server/engine/commands';
import type * as views from '../../../server/engine/views';
import { LOCALES, VOTE_RULES } from '../../../server/engine/vocabulary';
import type {
  AgreementResult,
  ApprovalResult,
  DotsResult,
  ScoreResult,
} from '../../../server/engine/voting/telling/figures';
import {
  agreementFigures,
  approvalFigures,
  change,
  dotsFigures,
  endorsement,
  few,
  method,
  scoreFigures,
} from './figures';
import { byId, exactly, fields, id, type Of, ownText, whole } from './pieces';

const trace = exactly<views.Trace>({
  priorityId: id.optional(),
  actionId: id.optional(),
  desk: z.literal(true).optional(),
  earlier: z.strictObject({ code: z.string(), date: whole }).optional(),
  ideas: z.array(ownText),
  seconders: whole.min(1).optional(),
  votes: exactly<views.TraceVotes>({
    activityId: id,
    heading: ownText,
    changed: z.strictObject(change).optional(),
    method,
    rule: z.enum(VOTE_RULES),
    ballots: whole,
    joined: whole,
    seq: whole.min(1),
    at: whole,
    dots: exactly<Omit<DotsResult, 'rank'>>(dotsFigures).optional(),
    approval: exactly<Omit<ApprovalResult, 'rank'>>(approvalFigures).optional(),
    score: exactly<Omit<ScoreResult, 'rank'>>(scoreFigures).optional(),
    ranking: z.strictObject({ borda: whole, named: whole, schulzeTier: whole.optional() }).optional(),
    agreement: z.union([few, exactly<Omit<AgreementResult, 'rank'>>(agreementFigures)]).optional(),
  }).optional(),
});
export const lineKind = z.enum(['need', 'goal', 'step', 'action']);
export const translations = z.partialRecord(
  z.enum(LOCALES),
  exactly<views.Translation>({ text: z.string(), outdated: z.literal(true).optional() }),
);
const line = exactly<views.DeskLine>({
  id,
  kind: lineKind,
  order: whole,
  themeId: id,
  goalLineId: id.optional(),
  alsoUnder: z.array(id).min(1).optional(),
  text: ownText,
  translations: translations.optional(),
  original: ownText.optional(),
  originalChanged: z.literal(true).optional(),
  action: exactly<ActionFields>(fields).optional(),
  seeAlso: z.array(id).min(1).optional(),
  dependsOn: z.array(ownText).min(1).optional(),
  trace,
  joined: z
    .array(
      exactly<views.JoinedLine>({
        id,
        text: ownText,
        action: exactly<ActionFields>(fields).optional(),
        trace,
        endorsement: endorsement.optional(),
      }),
    )
    .min(1)
    .optional(),
  endorsement: endorsement.optional(),
  version: whole.min(1).optional(),
  changedAt: whole.optional(),
  changedBy: z.string().min(1).max(60).optional(),
});
const gap = exactly<views.DraftGap>({
  lineId: id,
  gap: z.enum(['goal_without_action', 'action_without_who', 'action_without_date']),
});
const openPoint: z.ZodType<views.OpenPoint> = z.union([
  z.strictObject({
    reason: z.enum(['contested', 'discussion', 'groups_apart', 'room_divided']),
    themeId: id,
    lineId: id,
  }),
  z.strictObject({ reason: z.literal('tied'), themeId: id, priority: ownText }),
]);
export const draft = exactly<views.DraftView>({
  themes: byId(endorsement).optional(),
  lines: byId(line),
  open: z.array(openPoint).min(1).optional(),
  lit: id.optional(),
  gaps: z.array(gap).optional(),
  dropped: z
    .array(exactly<Of<NonNullable<views.DraftView['dropped']>>>({ id, text: ownText }))
    .min(1)
    .optional(),
});
