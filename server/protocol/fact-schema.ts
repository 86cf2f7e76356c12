// Every fact as a strict schema, for logs that were not written here: what passes can be folded and shown.
import * as z from 'zod';
import type { EventType, RecordedEvent } from '../engine/events';
import {
  actionDetails,
  desk,
  horizonId,
  id,
  joinCode,
  lang,
  messageId,
  ownText,
  seq,
  text,
} from '../engine/schema/parts';
import { withVoteSettings } from '../engine/upgrade';
import { ACTION_STATUSES, LINE_KINDS, RULES_EDITIONS, type WorkshopDesign } from '../engine/vocabulary';
import { workshopDesign } from './design-schema';
import { kindFacts, kindOpenings } from './kinds';

const none = z.strictObject({});
const activity = { activityId: id };
const ids = z.array(id);
const idea = z.strictObject({ ideaId: id });
const struck = z.strictObject({ ...activity, option: id });
const action = z.strictObject({ actionId: id });
const heading = z.strictObject({ priorityId: id, heading: ownText });
const earlierLine = z.strictObject({
  id,
  kind: z.enum(['goal', 'action']),
  themeId: id,
  goalLineId: id.optional(),
  text: ownText,
  translations: z.partialRecord(lang, text).optional(),
  who: text.optional(),
  byWhen: text.optional(),
  means: text.optional(),
  sign: text.optional(),
});

/** Complete, or it does not compile; kinds bring their own. */
const DATA: Readonly<Record<EventType, z.ZodType>> = {
  ...kindFacts,
  SessionCreated: z.strictObject({
    sessionId: z.uuid(),
    code: joinCode,
    rehearsal: z.boolean(),
    rules: z.literal(RULES_EDITIONS).optional(),
    design: z.preprocess((value) => (isDesign(value) ? withVoteSettings(value) : value), workshopDesign),
    earlier: z
      .strictObject({
        code: joinCode,
        closingHash: z.string().regex(/^[0-9a-f]{64}$/),
        date: z.int().min(0).max(8.64e15),
        title: z.strictObject({ ky: text, ru: text, en: text }),
        lines: z.array(earlierLine),
      })
      .optional(),
  }),
  RehearsalDeclared: none,
  SessionStarted: none,
  SessionEnded: none,
  ParticipantJoined: z.strictObject({ participantId: id, groupId: id }),
  AgendaMoved: z.strictObject(activity),
  ActivityOpened: z.strictObject({ ...activity, ...kindOpenings }),
  ActivityClosed: z.strictObject(activity),
  ResultsRevealed: z.strictObject(activity),
  ResultsHidden: z.strictObject(activity),
  ClockJumped: z.strictObject({ by: z.int() }),
  TimerStarted: z.strictObject({ endsAt: z.int().min(0) }),
  TimerStopped: none,
  IdeaHidden: idea.extend({ strikes: z.array(struck).optional() }),
  IdeaUnhidden: idea,
  IdeaMoved: z.strictObject({ ideaId: id, themeId: id, horizonId }),
  IdeaLanguageSet: z.strictObject({ ideaId: id, lang }),
  IdeasMerged: heading.extend({ ideaIds: ids }),
  IdeaGrouped: z.strictObject({ ideaId: id, priorityId: id.nullable() }),
  PriorityRenamed: heading,
  ActionHidden: action,
  ActionUnhidden: action,
  LineEdited: z.strictObject({
    lineId: id,
    text,
    lang,
    composed: ownText.optional(),
    details: z.strictObject(actionDetails).optional(),
  }),
  LineTranslated: z.strictObject({ lineId: id, text, lang, of: text }),
  LineRelated: z.strictObject({ lineId: id, goalLineIds: ids, seeAlso: ids, dependsOn: z.array(ownText) }),
  LineAdded: z.strictObject({
    lineId: id,
    kind: z.enum(LINE_KINDS),
    themeId: id,
    goalLineId: id.optional(),
    from: id.optional(),
    text,
    lang,
  }),
  LineJoined: z.strictObject({ lineId: id, into: id.nullable() }),
  LineDropped: z.strictObject({ lineId: id, dropped: z.boolean() }),
  LinesOrdered: z.strictObject({ lineIds: ids }),
  LineLit: z.strictObject({ lineId: id.nullable() }),
  ActionReported: z.strictObject({ lineId: id, status: z.enum(ACTION_STATUSES) }),
  ModerationUndone: z.strictObject({ undoneSeq: seq }),
  ModerationRedone: z.strictObject({ redoneSeq: seq }),
};

const envelope = z.strictObject({
  seq: seq.min(1),
  at: z.int().min(0).max(8.64e15),
  actor: z.union([
    z.strictObject({ role: z.literal('participant'), id }),
    z.strictObject({
      role: z.literal('facilitator'),
      name: z.string().max(200).optional(),
      desk: desk.optional(),
      press: messageId.optional(),
    }),
    z.strictObject({ role: z.literal('system') }),
  ]),
  commandId: messageId,
  type: z.string().refine((type) => Object.hasOwn(DATA, type), 'no fact of ours'),
  data: z.unknown(),
});

function isDesign(value: unknown): value is WorkshopDesign {
  return typeof value === 'object' && value !== null && Array.isArray((value as WorkshopDesign).agenda);
}

/** What is wrong with a fact in one phrase, or undefined. `prev` belongs to the line, not to the fact. */
export function problemOfFact(fact: unknown): string | undefined {
  const outer = envelope.safeParse(fact);
  const parsed = outer.success ? DATA[outer.data.type as RecordedEvent['type']].safeParse(outer.data.data) : outer;
  const [issue] = parsed.error?.issues ?? [];
  return issue === undefined ? undefined : `${issue.path.join('.')}: ${issue.message}`;
}
