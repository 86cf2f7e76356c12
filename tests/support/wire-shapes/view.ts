// The views of every audience and a person's own things, as they go over the wire.

import * as z from 'zod';
import type { AskView } from '../../../server/engine/activities/ask/types';
import type { CollectView } from '../../../server/engine/activities/collect/types';
import type { EndorseView, JudgedLine } from '../../../server/engine/activities/endorse/types';
import type { GroupView } from '../../../server/engine/activities/group/types';
import type { PlanView } from '../../../server/engine/activities/plan/types';
import type { OptionView, StruckView, VoteView } from '../../../server/engine/activities/vote/types';
import { type ActionFields, ANSWERS, type Choice } from '../../../server/engine/commands';
import type * as views from '../../../server/engine/views';
import { ACTION_STATUSES } from '../../../server/engine/vocabulary';
import type {
  OutcomeFlags,
  OutcomeView,
  ReasonView,
  SelectionView,
} from '../../../server/engine/voting/selecting/outcome-view';
import { draft, lineKind, translations } from './draft';
import {
  actionShape,
  agreement,
  approval,
  endorsement,
  few,
  ideaShape,
  priority,
  ranking,
  result,
  score,
  settings,
} from './figures';
import {
  byId,
  counts,
  exactly,
  fields,
  horizonId,
  id,
  lang,
  level,
  localText,
  named,
  type Of,
  ownText,
  type Shape,
  status,
  whole,
} from './pieces';

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

export const earlier = exactly<views.EarlierView>({
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
export const base = {
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
export const mine = exactly<views.Mine>({
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
