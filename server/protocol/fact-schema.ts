// Every fact as a strict schema, for logs that were not written here: what passes can be folded and shown.
import * as z from 'zod';
import type { EventType, RecordedEvent } from '../engine/events';
import { withVoteSettings } from '../engine/upgrade';
import {
  ACTION_STATUSES,
  AGREEMENT_LEVELS,
  JUDGED,
  LINE_KINDS,
  RULES_EDITIONS,
  type WorkshopDesign,
} from '../engine/vocabulary';
import { workshopDesign } from './design-schema';
import {
  actionDetails,
  actionFields,
  ballotFields,
  desk,
  horizonId,
  id,
  isOneBallot,
  joinCode,
  lang,
  messageId,
  ownText,
  seq,
  text,
  voteSettings,
} from './parts';

const none = z.strictObject({});
const activity = { activityId: id };
const person = { participantId: id };
const ids = z.array(id);
const place = { themeId: id.optional(), horizonId: horizonId.optional() };
const idea = z.strictObject({ ideaId: id });
const supported = z.strictObject({ ...person, ideaId: id });
const struck = z.strictObject({ ...activity, option: id });
const action = z.strictObject({ actionId: id });
const heading = z.strictObject({ priorityId: id, heading: ownText });
const judged = { ...person, ...activity, lineId: id };
const option = z.strictObject({ id, themeId: id, horizonId, heading: ownText, ideaIds: ids });

const wording = z.strictObject({
  text: ownText,
  translations: z.partialRecord(lang, text).optional(),
  details: z.strictObject(actionDetails).optional(),
  goals: z.array(z.strictObject({ id, text: ownText })).optional(),
});

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

/** Complete, or it does not compile. */
const DATA: Readonly<Record<EventType, z.ZodType>> = {
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
  ParticipantJoined: z.strictObject({ ...person, groupId: id }),
  AgendaMoved: z.strictObject(activity),
  ActivityOpened: z.strictObject({
    ...activity,
    options: z.array(option).optional(),
    lines: ids.optional(),
    judge: z.enum(JUDGED).optional(),
    wordings: z.record(id, wording).optional(),
  }),
  ActivityClosed: z.strictObject(activity),
  ResultsRevealed: z.strictObject(activity),
  ResultsHidden: z.strictObject(activity),
  // Whoever takes a log in declares every outcome again by the rules, so that it can hold nothing else.
  OutcomeDeclared: z.looseObject(activity),
  ClockJumped: z.strictObject({ by: z.int() }),
  TimerStarted: z.strictObject({ endsAt: z.int().min(0) }),
  TimerStopped: none,
  IdeaSubmitted: z.strictObject({ ...person, ...activity, ideaId: id, text, lang, ...place }),
  IdeaEdited: z.strictObject({ ideaId: id, text, lang, ...place }),
  IdeaWithdrawn: idea,
  IdeaSupported: supported,
  IdeaUnsupported: supported,
  IdeaHidden: idea.extend({ strikes: z.array(struck).optional() }),
  IdeaUnhidden: idea,
  IdeaMoved: z.strictObject({ ideaId: id, themeId: id, horizonId }),
  IdeaLanguageSet: z.strictObject({ ideaId: id, lang }),
  IdeasMerged: heading.extend({ ideaIds: ids }),
  IdeaGrouped: z.strictObject({ ideaId: id, priorityId: id.nullable() }),
  PriorityRenamed: heading,
  VoteConfigured: z.strictObject({ ...activity, settings: voteSettings }),
  OptionStruck: struck,
  OptionRestored: struck,
  BallotCast: z
    .strictObject({ ...person, ...activity, ...ballotFields })
    .refine(isOneBallot, 'one ballot of one method'),
  BallotWithdrawn: z.strictObject({ ...person, ...activity }),
  ActionSubmitted: z.strictObject({ ...person, ...activity, actionId: id, goalId: id, lang, ...actionFields }),
  ActionEdited: z.strictObject({ actionId: id, goalId: id, lang, ...actionFields }),
  ActionWithdrawn: action,
  ActionHidden: action,
  ActionUnhidden: action,
  GoalsChosen: z.strictObject({ ...activity, priorityIds: ids, reason: ownText.optional() }),
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
  EndorsementGiven: z.strictObject({ ...judged, level: z.literal(AGREEMENT_LEVELS) }),
  EndorsementWithdrawn: z.strictObject(judged),
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
