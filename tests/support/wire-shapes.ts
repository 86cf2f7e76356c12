// What goes over the wire as strict schemas, for tests only. The types of the contract make the compiler notice a field
// that is missing here; strictness makes a test notice one that is too many.

import * as z from 'zod';
import type { AskView } from '../../server/engine/activities/ask/types';
import type { CollectView } from '../../server/engine/activities/collect/types';
import type { EndorseView, JudgedLine } from '../../server/engine/activities/endorse/types';
import type { GroupView } from '../../server/engine/activities/group/types';
import type { PlanView } from '../../server/engine/activities/plan/types';
import type { OptionView, StruckView, VoteView } from '../../server/engine/activities/vote/types';
import type { ActionDetails, ActionFields, Choice } from '../../server/engine/commands';
import { ANSWERS } from '../../server/engine/commands';
import type * as views from '../../server/engine/views';
import {
  ACTION_STATUSES,
  AGREEMENT_LEVELS,
  type AgreementLevel,
  LOCALES,
  type LocalText,
  type OwnText,
  RULES_EDITIONS,
  VOTE_PER,
  VOTE_RULES,
  VOTE_WEIGHTS,
  type VoteSettings,
} from '../../server/engine/vocabulary';
import type { Dissent } from '../../server/engine/voting/publishing/agreement-mark';
import type { JudgedFigures } from '../../server/engine/voting/publishing/endorsement';
import type { Few } from '../../server/engine/voting/publishing/few';
import type { Bounds } from '../../server/engine/voting/publishing/suppression';
import type {
  OutcomeFlags,
  OutcomeView,
  ReasonView,
  SelectionView,
} from '../../server/engine/voting/selecting/outcome-view';
import type {
  AgreementFigures,
  AgreementResult,
  ApprovalResult,
  CriterionResult,
  DotsResult,
  RankingResult,
  ScoreResult,
} from '../../server/engine/voting/telling/figures';
import type { StartFile } from '../../server/launch/announce';
import type { ImportAnswer, ImportProof, OrganiserSession } from '../../server/protocol/organiser';
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
  SuggestedGroup,
  SuggestedGroups,
} from '../../server/protocol/wire';

type Shape<T> = { readonly [Key in keyof T]-?: z.ZodType<T[Key]> };
const exactly = <T>(shape: Shape<T>): z.ZodType<T> => z.strictObject(shape) as unknown as z.ZodType<T>;
const byId = <T>(value: z.ZodType<T>) => z.record(z.string(), value);

const id = z.string().min(1);
const whole = z.int();
const lang = z.enum(LOCALES);
const horizonId = z.enum(['today', 'tomorrow', '2030']);
const localText = exactly<LocalText>({ ky: z.string(), ru: z.string(), en: z.string() });
const ownText = exactly<OwnText>({ text: z.string(), lang });
const counts = byId(whole);
const named = <Id extends string>(one: z.ZodType<Id>) =>
  z.array(exactly<{ readonly id: Id; readonly name: LocalText }>({ id: one, name: localText }));
const fields: Shape<ActionFields> = {
  what: z.string().min(1),
  who: z.string(),
  byWhen: z.string(),
  means: z.string(),
  sign: z.string(),
};
const status = z.enum(['waiting', 'open', 'closed']);
const level = z.literal(AGREEMENT_LEVELS) satisfies z.ZodType<AgreementLevel>;

const ideaShape: Shape<views.IdeaView> = {
  text: z.string(),
  lang,
  order: whole,
  activityId: id,
  themeId: id.optional(),
  horizonId: horizonId.optional(),
  seconders: whole.min(1).optional(),
  hidden: z.literal(true).optional(),
};
const actionShape: Shape<views.ActionView> = {
  ...fields,
  order: whole,
  goalId: id,
  lang,
  hidden: z.literal(true).optional(),
};
const priority = exactly<views.PriorityView>({
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

const change = {
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
const endorsement = exactly<views.EndorsementResult>({
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
const dotsFigures = { dots: whole, supporters: whole, dotsByGroup: counts, nearlyAll: bounds };
const result = exactly<DotsResult>({ ...dotsFigures, rank: whole.optional() });
const approvalFigures = { approvals: whole, approvalsByGroup: counts, nearlyAll: bounds };
const approval = exactly<ApprovalResult>({ ...approvalFigures, rank: whole.optional() });
const criterion = exactly<CriterionResult>({
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
const few = exactly<Few>({ few: whole });
const scoreFigures = {
  criteria: byId(z.union([few, criterion])),
  quadrant: z.enum(['do-now', 'prepare', 'easy-extra', 'set-aside']).optional(),
};
const score = exactly<ScoreResult>({ ...scoreFigures, rank: whole.optional() });
const ranking = exactly<RankingResult>({
  options: z.array(id),
  margins: z.array(z.array(whole)).optional(),
  borda: counts,
  order: z.array(id),
  named: counts,
  condorcetWinner: id.optional(),
  schulzeOrder: z.array(z.array(id)),
});
const answers: Shape<AgreementFigures> = { agree: whole, disagree: whole, pass: whole };
const agreementFigures = {
  ...answers,
  consensus: z.number().optional(),
  byGroup: byId(exactly<AgreementFigures>(answers)),
  nearlyAll: bounds,
  split: z.literal(true).optional(),
  polarised: z.literal(true).optional(),
};
const agreement = exactly<AgreementResult>({ ...agreementFigures, rank: whole.optional() });
const limit = z.int().min(1);
const method: z.ZodType<VoteSettings['method']> = z.union([
  z.strictObject({ name: z.literal('dots'), budget: limit, cap: limit }),
  z.strictObject({ name: z.literal('approval'), max: limit }),
  z.strictObject({ name: z.literal('score'), criteria: named(id), scale: z.literal(5) }),
  z.strictObject({ name: z.literal('ranking'), top: limit }),
  z.strictObject({ name: z.literal('agreement') }),
]);
const settings = exactly<VoteSettings>({
  method,
  rule: z.enum(VOTE_RULES),
  places: limit,
  per: z.enum(VOTE_PER).optional(),
  weights: z.enum(VOTE_WEIGHTS),
});
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
const lineKind = z.enum(['need', 'goal', 'step', 'action']);
const translations = z.partialRecord(
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

const turnout = exactly<views.Turnout>({
  joined: whole,
  joinedByGroup: counts,
  voted: whole,
  votedByGroup: counts.optional(),
});
type AnyActivity = Pick<
  views.ActivityView,
  keyof views.Traits | 'id' | 'title' | 'prompt' | 'minutes' | 'status' | 'revealed' | 'position' | 'turnout'
>;
const anyActivity: Shape<AnyActivity> = {
  id,
  title: localText,
  prompt: localText,
  minutes: whole,
  status,
  revealed: z.boolean(),
  position: whole,
  secret: z.literal(true).optional(),
  watched: z.literal(true).optional(),
  shownOpen: z.literal(true).optional(),
  turnout: turnout.optional(),
};
const ids = z.array(id);
const selection = exactly<SelectionView>({
  selected: ids,
  tiedAtCut: ids,
  reasons: z.array(
    exactly<ReasonView>({
      option: id,
      place: whole,
      phase: z.enum(['most-supported', 'equal-shares', 'phragmen', 'unsupported']),
      price: z
        .string()
        .regex(/^\d+(\/\d+)?$/)
        .optional(),
      people: whole,
      groups: whole,
      tiedWith: ids,
    }),
  ),
});
const selected = z.strictObject({ selected: ids, tiedAtCut: ids });
const outcome = exactly<OutcomeView>({
  round: whole,
  settings,
  ballots: whole,
  joined: whole,
  selected: ids,
  tiedAtCut: ids,
  emptyPlaces: whole.optional(),
  bySelection: z.strictObject({ mostSupported: selection, fairShare: selection }).partial() as z.ZodType<
    OutcomeView['bySelection']
  >,
  differ: z.strictObject({ onlyMostSupported: ids, onlyFairShare: ids }).optional(),
  order: z.array(ids).optional(),
  byWeights: z.strictObject({ person: selected, group: selected }).optional(),
  flags: exactly<OutcomeFlags>({
    close: z.boolean(),
    tiedAtCut: z.boolean(),
    lowTurnout: z.boolean(),
    notHeard: ids,
    lowTurnoutGroups: ids,
    polarised: ids,
    groupSplit: z.array(z.strictObject({ option: id, most: id, least: id })),
    bordaBeaten: ids.optional(),
  }),
});
type Of<T extends readonly unknown[]> = T[number];
export const activity: z.ZodType<views.ActivityView> = z.union([
  exactly<AskView>({
    ...anyActivity,
    kind: z.literal('ask'),
    maxPerPerson: whole,
    ideaCount: whole.optional(),
  }),
  exactly<CollectView>({
    ...anyActivity,
    kind: z.literal('collect'),
    horizonIds: z.array(horizonId),
    votedHorizonIds: z.array(horizonId),
    maxPerPerson: whole,
    ideaCount: whole.optional(),
    ideaCountByTheme: counts.optional(),
  }),
  exactly<GroupView>({ ...anyActivity, kind: z.literal('group'), priorityCount: whole.optional() }),
  exactly<VoteView>({
    ...anyActivity,
    kind: z.literal('vote'),
    horizonIds: z.array(horizonId),
    method: z.enum(['dots', 'approval', 'score', 'ranking', 'agreement']),
    budget: whole.optional(),
    cap: whole.optional(),
    settings,
    settingsChanged: z.literal(true).optional(),
    options: z.array(
      exactly<OptionView>({ id, heading: ownText, themeId: id, horizonId, ideaIds: z.array(id).optional() }),
    ),
    struck: z
      .array(
        exactly<StruckView>({
          id,
          themeId: id,
          heading: ownText.optional(),
          wordless: z.literal(true).optional(),
        }),
      )
      .optional(),
    results: byId(result).optional(),
    approvals: byId(approval).optional(),
    scores: byId(score).optional(),
    ranking: ranking.optional(),
    agreement: byId(z.union([few, agreement])).optional(),
    rankByPerson: counts.optional(),
    weightedVotes: byId(z.string()).optional(),
    outcome: outcome.optional(),
    toldAt: whole.optional(),
    held: z.literal(true).optional(),
    goals: z.array(id),
    goalsReason: ownText.optional(),
  }),
  exactly<PlanView>({
    ...anyActivity,
    kind: z.literal('plan'),
    maxPerPerson: whole,
    goals: z.array(exactly<Of<PlanView['goals']>>({ id, text: ownText, themeId: id })),
    actionCount: whole.optional(),
  }),
  exactly<EndorseView>({
    ...anyActivity,
    kind: z.literal('endorse'),
    lines: z.array(
      exactly<Of<EndorseView['lines']>>({
        id,
        kind: z.union([lineKind, z.literal('theme')]),
        goals: z.array(ownText).optional(),
        goalsOut: z.number().int().positive().optional(),
        text: ownText,
        translations: translations.optional(),
        themeId: id,
        action: exactly<ActionFields>(fields).optional(),
        round: whole.min(2).optional(),
        now: exactly<NonNullable<JudgedLine['now']>>({
          text: ownText,
          translations: translations.optional(),
        }).optional(),
      }),
    ),
    results: byId(endorsement).optional(),
  }),
]);

const earlier = exactly<views.EarlierView>({
  code: z.string(),
  date: whole,
  title: localText,
  lines: z.array(
    exactly<views.EarlierLineView>({
      id,
      kind: z.enum(['goal', 'action']),
      themeId: id,
      goalLineId: id.optional(),
      text: ownText,
      translations: z.partialRecord(lang, z.string()).optional(),
      who: z.string().optional(),
      byWhen: z.string().optional(),
      means: z.string().optional(),
      sign: z.string().optional(),
      status: z.enum(ACTION_STATUSES).optional(),
      fate: z.enum(['kept', 'reworded', 'joined', 'let_go']).optional(),
    }),
  ),
});
type Session = views.View['session'];
const base = {
  session: exactly<Session>({
    id: z.uuid(),
    code: z.string().length(6),
    title: localText,
    phase: z.enum(['lobby', 'live', 'ended']),
    rehearsal: z.boolean(),
    timeZone: z.string().min(3),
    activities: whole,
  }),
  groups: named(id),
  themes: named(id),
  horizons: named(horizonId),
  activity: activity.optional(),
  timer: exactly<{ readonly endsAt: number }>({ endsAt: whole }).optional(),
};
const room = {
  joined: whole,
  joinedByGroup: counts,
  ideas: byId(exactly<views.IdeaView>(ideaShape)),
  priorities: byId(priority),
  actions: byId(exactly<views.ActionView>(actionShape)),
  draft,
  earlier: earlier.optional(),
};
export const view: z.ZodType<views.View> = z.union([
  exactly<views.ParticipantView>({ ...base, audience: z.literal('participant'), draftLines: whole.optional() }),
  exactly<views.ScreenView>({ ...base, ...room, audience: z.literal('screen'), opened: z.array(whole) }),
  exactly<views.FacilitatorView>({
    ...base,
    ...room,
    audience: z.literal('facilitator'),
    agenda: z.array(
      exactly<views.AgendaItem>({
        id,
        kind: z.enum(['ask', 'collect', 'group', 'vote', 'plan', 'endorse']),
        title: localText,
        minutes: whole,
        status,
        revealed: z.boolean(),
        horizonIds: z.array(horizonId).optional(),
      }),
    ),
    steps: byId(activity),
    clockJump: exactly<NonNullable<views.FacilitatorView['clockJump']>>({ at: whole, by: whole }).optional(),
    undo: exactly<NonNullable<views.FacilitatorView['undo']>>({ seq: whole, type: z.string() }).optional(),
    acts: byId(
      exactly<views.ActView>({
        order: whole,
        type: z.string(),
        at: whole,
        desk: z.string().optional(),
        by: z.string().optional(),
        words: ownText.optional(),
        more: whole.optional(),
        activityId: id.optional(),
        undone: z.literal(true).optional(),
        builtUpon: z.literal(true).optional(),
      }),
    ),
  }),
]);
const supportedShape: Shape<views.SupportedIdeaView> = {
  text: z.string(),
  lang,
  order: whole,
  activityId: id,
  themeId: id.optional(),
  horizonId: horizonId.optional(),
};
const mine = exactly<views.Mine>({
  receipt: z.string().min(1).max(8),
  groupId: id,
  ideas: byId(
    exactly<views.OwnIdeaView>({
      ...supportedShape,
      hidden: z.literal(true).optional(),
      supported: z.literal(true).optional(),
    }),
  ),
  supports: byId(exactly<views.SupportedIdeaView>(supportedShape)),
  ballots: byId(z.array(exactly<Choice>({ option: id, dots: whole }))),
  ballotsOf: byId(
    z.union([
      z.strictObject({ approved: ids }),
      z.strictObject({ scores: z.array(z.strictObject({ option: id, criterion: id, score: whole })) }),
      z.strictObject({ ranked: z.array(ids) }),
      z.strictObject({ answers: z.array(z.strictObject({ option: id, answer: z.enum(ANSWERS) })) }),
    ]),
  ),
  actions: byId(exactly<views.Mine['actions'][string]>({ ...actionShape, activityId: id })),
  endorsements: byId(level),
});

const code = z.string() as unknown as z.ZodType<RefusalCode>;
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
