// What the HTTP endpoints and the start file answer.
import * as z from 'zod';
import { RULES_EDITIONS } from '../../../server/engine/vocabulary';
import type { StartFile } from '../../../server/launch/announce';
import type { ImportAnswer, ImportProof, OrganiserSession } from '../../../server/protocol/organiser';
import type { SuggestedGroup, SuggestedGroups } from '../../../server/protocol/wire';
import { snapshot } from './messages';
import { exactly, id, lang, localText, named, whole } from './pieces';

const relative = z.string().regex(/^\/(j|screen|console)\/[A-Z2-9]{6}(#[\w-]{43})?$/);
/** Answers of the HTTP endpoints that are no ack and no snapshot. */
export const http: Readonly<Record<string, z.ZodType>> = {
  health: z.strictObject({ ok: z.literal(true) }),
  'suggested-groups': exactly<SuggestedGroups>({
    ok: z.literal(true),
    groups: z.array(
      exactly<SuggestedGroup>({
        ideaIds: z.array(id).min(2),
        priorityId: id.optional(),
        kind: z.enum(['same', 'translation']),
      }),
    ),
  }),
  session: z.strictObject({
    ok: z.literal(true),
    code: z.string(),
    title: localText,
    groups: named(id),
    phase: z.enum(['lobby', 'live', 'ended']),
    languages: z.array(lang),
    joinUrl: z.url().optional(),
    screenUrl: relative.optional(),
  }),
  join: z.strictObject({
    ok: z.literal(true),
    seq: whole,
    repeated: z.literal(true).optional(),
    token: z.string().length(22).optional(),
    participantId: z.string().length(22),
    snapshot,
  }),
  'sign-in': z.strictObject({ ok: z.literal(true), role: z.enum(['facilitator', 'screen']) }),
  'organiser-sessions': z.strictObject({
    ok: z.literal(true),
    sessions: z.array(
      exactly<OrganiserSession>({
        code: z.string(),
        title: localText,
        rehearsal: z.boolean(),
        createdAt: whole,
        timeZone: z.string(),
        endedAt: whole.optional(),
        facilitatorUrl: relative,
      }),
    ),
  }),
  imported: exactly<Extract<ImportAnswer, { readonly ok: true }>>({
    ok: z.literal(true),
    code: z.string(),
    known: z.boolean(),
    proof: exactly<ImportProof>({
      facts: whole,
      verdict: z.enum(['consistent', 'signed']),
      confirmed: z.boolean(),
      rules: z.literal(RULES_EDITIONS),
      expectedAt: whole.optional(),
      signedBy: z.array(z.strictObject({ fingerprint: z.string().length(32), facts: whole, known: z.boolean() })),
      notRecounted: z.array(z.string()).optional(),
    }),
    facilitatorUrl: relative,
  }),
  'new-session': z.strictObject({
    ok: z.literal(true),
    code: z.string(),
    joinUrl: relative,
    screenUrl: relative,
    facilitatorUrl: relative,
  }),
};
export const start = exactly<StartFile>({
  organiserUrl: z.url(),
  url: z.url(),
  lanUrls: z.array(z.url()),
  code: z.string(),
  joinUrl: z.url(),
  screenUrl: z.url(),
  facilitatorUrl: z.url(),
  pid: whole,
});
