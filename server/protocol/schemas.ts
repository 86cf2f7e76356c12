// The wire contract as strict schemas: what is not written here is refused. Server and tests only (zod weighs 90 kB).
import * as z from 'zod';
import type { CommandType } from '../engine/commands';
import { TIMER_MAX_SECONDS } from '../engine/limits';
import {
  actionDetails,
  desk,
  horizonId,
  id,
  lang,
  messageId,
  ownText,
  seq,
  text,
  voteSettings,
} from '../engine/schema/parts';
import { ACTION_STATUSES, JUDGED, LINE_KINDS } from '../engine/vocabulary';
import { kindCommands } from './kinds';
import type { CommandMessage, Handshake, SimilarQuestion } from './wire';

/** Of a line: the seq of its last change, 0 before any. */
const version = seq;
const activity = { activityId: id };

/** Characters as typed; shorter when it is kept. */
const MOST_TYPED_NAME = 200;

const envelope = {
  id: messageId,
  by: z.string().max(MOST_TYPED_NAME).optional(),
  desk: desk.optional(),
  press: messageId.optional(),
  seen: seq.optional(),
};

function message<Type extends CommandType, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return z.strictObject({ ...envelope, type: z.literal(type), ...shape });
}

export const commandMessage = z.discriminatedUnion('type', [
  message('participant.join', { groupId: id }),
  ...Object.entries(kindCommands).map(([type, schema]) => schema.safeExtend({ ...envelope, type: z.literal(type) })),
  message('session.rehearse', {}),
  message('session.start', {}),
  message('session.end', {}),
  message('agenda.goto', activity),
  message('activity.open', { ...activity, judge: z.enum(JUDGED).optional() }),
  message('activity.close', activity),
  message('vote.configure', {
    ...activity,
    settings: voteSettings,
  }),
  message('results.reveal', activity),
  message('results.hide', activity),
  message('timer.start', {
    seconds: z
      .int()
      .min(0)
      .max(TIMER_MAX_SECONDS * 2),
  }),
  message('timer.extend', {
    seconds: z
      .int()
      .min(0)
      .max(TIMER_MAX_SECONDS * 2),
  }),
  message('timer.stop', {}),
  message('idea.hide', { ideaId: id }),
  message('idea.unhide', { ideaId: id }),
  message('idea.move', { ideaId: id, themeId: id, horizonId }),
  message('idea.language', { ideaId: id, lang }),
  message('ideas.merge', { priorityId: id, ideaIds: z.array(id).max(200), heading: ownText }),
  message('idea.group', { ideaId: id, priorityId: id.nullable() }),
  message('priority.rename', { priorityId: id, heading: ownText }),
  message('action.hide', { actionId: id }),
  message('action.unhide', { actionId: id }),
  message('option.strike', { ...activity, option: id }),
  message('option.restore', { ...activity, option: id }),
  message('goals.choose', { ...activity, priorityIds: z.array(id).max(200), reason: ownText.optional() }),
  message('line.edit', {
    lineId: id,
    base: version,
    text,
    lang,
    details: z.strictObject(actionDetails).optional(),
  }),
  message('line.translate', { lineId: id, base: version, text, lang }),
  message('line.relate', {
    lineId: id,
    base: version,
    goalLineIds: z.array(id).max(100),
    seeAlso: z.array(id).max(100),
    dependsOn: z.array(ownText).max(100),
  }),
  message('line.add', {
    lineId: id,
    kind: z.enum(LINE_KINDS),
    themeId: id,
    goalLineId: id.optional(),
    from: id.optional(),
    text,
    lang,
  }),
  message('line.join', { lineId: id, into: id.nullable() }),
  message('line.drop', { lineId: id, dropped: z.boolean() }),
  message('lines.order', { lineIds: z.array(id).max(500) }),
  message('action.report', { lineId: id, status: z.enum(ACTION_STATUSES) }),
  message('line.light', { lineId: id.nullable() }),
  message('moderation.undo', { seq, theirs: z.literal(true).optional() }),
  message('moderation.redo', { seq, theirs: z.literal(true).optional() }),
]);

const handshake = z.strictObject({
  protocol: z.int(),
  code: z.string().max(64),
  role: z.enum(['participant', 'facilitator', 'screen']),
  token: z.string().max(128).optional(),
  rev: z.int().min(0).optional(),
});

/** Undefined: not a command we know, or a field is missing, extra or of the wrong kind. */
export function parseCommand(value: unknown): CommandMessage | undefined {
  const parsed = commandMessage.safeParse(value);
  // A ballot has exactly one of its fields, which the schema checks and its type cannot say.
  return parsed.success ? (parsed.data as CommandMessage) : undefined;
}

export function parseHandshake(value: unknown): Handshake | undefined {
  const parsed = handshake.safeParse(value);
  if (!parsed.success) return undefined;
  const { token, rev, ...rest } = parsed.data;
  return { ...rest, ...(token === undefined ? {} : { token }), ...(rev === undefined ? {} : { rev }) };
}

const emptyMessage = z.strictObject({});

/** `sync` carries nothing today; refusing extra keys keeps it free for later. */
export function isSyncMessage(value: unknown): boolean {
  return emptyMessage.safeParse(value).success;
}

const similarQuestion = z.strictObject({
  ...activity,
  text,
  themeId: id.optional(),
  horizonId: horizonId.optional(),
});

export function parseSimilarQuestion(value: unknown): SimilarQuestion | undefined {
  return similarQuestion.safeParse(value).data;
}

/** Bodies of the HTTP endpoints, see docs/protocol/http.md. */
export const httpBodies = {
  join: z.strictObject({ groupId: id, id: messageId.optional() }),
  signIn: z.strictObject({ token: z.string().max(128) }),
  newSession: z.strictObject({
    from: z.string().max(64),
    rehearsal: z.boolean().optional(),
    goOn: z.boolean().optional(),
  }),
} as const;
