// The messages of a socket.

import * as z from 'zod';
import type * as views from '../../../server/engine/views';
import type {
  Counted,
  Heartbeat,
  PatchMessage,
  Presence,
  RefusalCode,
  Refused,
  SimilarIdea,
  SimilarIdeas,
  Snapshot,
} from '../../../server/protocol/wire';
import { counts, exactly, id, lang, whole } from './pieces';
import { mine, view } from './view';

export const code = z.string() as unknown as z.ZodType<RefusalCode>;
export const counted = exactly<Counted>({ ok: z.literal(true), seq: whole, repeated: z.literal(true).optional() });
export const refused = exactly<Refused>({
  ok: z.literal(false),
  code,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  retryAfterMs: whole.optional(),
});
export const snapshot = exactly<Snapshot>({ rev: whole, view, mine: mine.optional(), now: whole });
export const patch = exactly<PatchMessage>({
  base: whole,
  rev: whole,
  patch: z.record(z.string(), z.json()) as unknown as z.ZodType<PatchMessage['patch']>,
});
export const mineMessage = exactly<{ readonly rev: number; readonly mine: views.Mine }>({ rev: whole, mine });
export const heartbeat = exactly<Heartbeat>({ rev: whole, hash: z.string().regex(/^[0-9a-f]{8}$/), now: whole });
export const presence = exactly<Presence>({ connected: whole, connectedByGroup: counts });

export const similarIdeas = exactly<SimilarIdeas>({
  ok: z.literal(true),
  ideas: z
    .array(
      exactly<SimilarIdea>({
        ideaId: id,
        text: z.string(),
        lang,
        kind: z.enum(['same', 'translation', 'opposite']),
      }),
    )
    .max(2),
});
