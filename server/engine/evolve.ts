// Folds one fact into the state. Pure and total: what was recorded has happened, so nothing here can refuse;
// a fact about something unknown (a log from elsewhere, a future kind) leaves everything but `seq` as it was.

import { foldJudgedAnew, foldLinesOpened } from './activities/endorse/fold-judged';
import { foldIdeaWithdrawn, foldSupport } from './activities/ideas/fold-support';
import { voteSettings, voteTables } from './activities/vote/settings';
import { rememberSteering } from './acts';
import type { Ballot } from './commands';
import { noteWordings } from './draft/note-wordings';
import type { RecordedEvent } from './events';
import { foldModeration } from './fold-moderation';
import { PersistentMap } from './persistent-map';
import { recordedBy } from './recorded-by';
import type { ActivityState, Idea, SessionState } from './state';
import { findActivity, groupsOf, initialState, withActivity, withItems } from './state';
import { subjectsOfFact } from './subjects';
import { withVoteSettings } from './upgrade';
import type { ActivityId, ParticipantId } from './vocabulary';
import { FIRST_RULES } from './vocabulary';
import { countingOf } from './voting/methods/counting';
import { replaceJudgement } from './voting/methods/gradient';
import { publishEndorsement } from './voting/publishing/published-endorsement';
import { publishVote } from './voting/publishing/published-vote';

const NEW_ACTIVITY: ActivityState = { status: 'waiting', revealed: false, items: PersistentMap.empty(), takers: {} };

export function evolve(state: SessionState, event: RecordedEvent): SessionState {
  const after = rememberSteering(state, noteWordings(state, fold(state, event), event), event);
  const { seq } = event;
  const changedAt = subjectsOfFact(event).reduce((all, subject) => all.set(subject, seq), after.changedAt);
  return { ...after, seq, at: event.at, changedAt };
}

function fold(state: SessionState, event: RecordedEvent): SessionState {
  switch (event.type) {
    case 'SessionCreated': {
      const { sessionId, code, rehearsal, rules = FIRST_RULES, earlier = null } = event.data;
      const design = withVoteSettings(event.data.design);
      const activities = Object.fromEntries(design.agenda.map(({ id }) => [id, NEW_ACTIVITY]));
      return { ...initialState, sessionId, code, rehearsal, rules, design, earlier, activities };
    }
    case 'RehearsalDeclared':
      return { ...state, rehearsal: true };
    case 'SessionStarted':
      return { ...state, phase: 'live' };
    case 'SessionEnded':
      return { ...state, phase: 'ended' };
    case 'ParticipantJoined': {
      const { participantId, groupId } = event.data;
      if (state.participants.has(participantId)) return state;
      return {
        ...state,
        participants: state.participants.set(participantId, { groupId, ideaIds: [], actionIds: [], supportIds: [] }),
        joinedByGroup: { ...state.joinedByGroup, [groupId]: (state.joinedByGroup[groupId] ?? 0) + 1 },
      };
    }
    case 'AgendaMoved':
      return { ...state, current: event.data.activityId };
    case 'ActivityOpened':
      return foldOpened(state, event.data);
    case 'ActivityClosed':
      return foldClosed(state, event.data.activityId);
    case 'ResultsRevealed':
      return foldRevealed(state, event.data.activityId, event);
    case 'ResultsHidden':
      return change(state, event.data.activityId, { revealed: false });
    case 'VoteConfigured':
      return change(state, event.data.activityId, {
        settings: event.data.settings,
        ...(state.activities[event.data.activityId]?.vote === undefined
          ? {}
          : { settingsChanged: true, settingsRecorded: recordedBy(event) }),
      });
    case 'OutcomeDeclared': {
      const { activityId, ...outcome } = event.data;
      const vote = state.activities[activityId]?.vote;
      const told = { outcome, toldFrom: event.at };
      return vote === undefined ? state : change(state, activityId, { vote: { ...vote, ...told } });
    }
    case 'ClockJumped':
      return { ...state, clockJump: { at: event.at, by: event.data.by } };
    case 'TimerStarted':
      return { ...state, timer: { endsAt: event.data.endsAt } };
    case 'TimerStopped':
      return { ...state, timer: null };
    case 'IdeaSubmitted': {
      const { participantId, ideaId, activityId, text, lang, themeId, horizonId } = event.data;
      const author = state.participants.get(participantId);
      if (author === undefined || !known(state, activityId)) return state;
      const idea: Idea = {
        id: ideaId,
        activityId,
        authorId: participantId,
        supporterIds: [],
        order: event.seq,
        text,
        lang,
        themeId,
        horizonId,
        hidden: false,
        priorityId: null,
      };
      const counted = withItems(state, activityId, participantId, 1);
      return {
        ...counted,
        ideas: state.ideas.set(ideaId, idea),
        participants: state.participants.set(participantId, { ...author, ideaIds: [...author.ideaIds, ideaId] }),
      };
    }
    case 'IdeaEdited': {
      const { ideaId, text, lang, themeId, horizonId } = event.data;
      const idea = state.ideas.get(ideaId);
      if (idea === undefined) return state;
      const moved = idea.themeId !== themeId || idea.horizonId !== horizonId;
      return {
        ...state,
        ideas: state.ideas.set(ideaId, {
          ...idea,
          text,
          lang,
          themeId,
          horizonId,
          priorityId: moved ? null : idea.priorityId,
          ...(idea.hidden ? { hiddenWords: [...(idea.hiddenWords ?? []), idea.text] } : {}),
        }),
      };
    }
    case 'IdeaWithdrawn':
      return foldIdeaWithdrawn(state, event.data.ideaId);
    case 'IdeaSupported':
    case 'IdeaUnsupported':
      return foldSupport(state, event);
    case 'BallotCast': {
      const { activityId, participantId, ...ballot } = event.data;
      return foldBallot(state, activityId, participantId, ballot);
    }
    case 'BallotWithdrawn':
      return foldBallot(state, event.data.activityId, event.data.participantId, undefined);
    case 'ActionSubmitted': {
      const { participantId, actionId, ...fields } = event.data;
      const author = state.participants.get(participantId);
      if (author === undefined || !known(state, fields.activityId)) return state;
      return {
        ...withItems(state, fields.activityId, participantId, 1),
        actions: state.actions.set(actionId, {
          ...fields,
          id: actionId,
          authorId: participantId,
          order: event.seq,
          hidden: false,
        }),
        participants: state.participants.set(participantId, { ...author, actionIds: [...author.actionIds, actionId] }),
      };
    }
    case 'ActionEdited': {
      const { actionId, ...fields } = event.data;
      const action = state.actions.get(actionId);
      return action === undefined
        ? state
        : { ...state, actions: state.actions.set(actionId, { ...action, ...fields }) };
    }
    case 'ActionWithdrawn': {
      const action = state.actions.get(event.data.actionId);
      const author = action && state.participants.get(action.authorId);
      if (action === undefined || author === undefined) return state;
      return {
        ...withItems(state, action.activityId, action.authorId, -1),
        actions: state.actions.delete(action.id),
        withdrawn: { ...state.withdrawn, actions: state.withdrawn.actions.set(action.id, action) },
        participants: state.participants.set(action.authorId, {
          ...author,
          actionIds: author.actionIds.filter((id) => id !== action.id),
        }),
      };
    }
    case 'LineLit':
      return { ...state, litLineId: event.data.lineId };
    case 'EndorsementGiven':
    case 'EndorsementWithdrawn':
      return foldJudgement(state, event);
    default:
      return foldModeration(state, event);
  }
}

function known(state: SessionState, activityId: ActivityId): boolean {
  return Object.hasOwn(state.activities, activityId);
}

function change(state: SessionState, activityId: ActivityId, what: Partial<ActivityState>): SessionState {
  return known(state, activityId) ? withActivity(state, activityId, what) : state;
}

function foldOpened(
  state: SessionState,
  data: Extract<RecordedEvent, { type: 'ActivityOpened' }>['data'],
): SessionState {
  const { activityId, options } = data;
  const design = findActivity(state, activityId);
  if (design === undefined) return state;
  // The room turns to the activity.
  const opened = change({ ...state, litLineId: null }, activityId, { status: 'open' });
  if (design.kind === 'vote') {
    const standing = state.activities[activityId]?.vote;
    const round = (standing?.round ?? 0) + 1;
    if (options === undefined)
      return standing === undefined ? opened : change(opened, activityId, { vote: { ...standing, round } });
    const counting = countingOf(
      voteSettings(state, design).method,
      options.map(({ id }) => id),
    );
    const vote = { options, ballots: PersistentMap.empty<Ballot>(), tally: counting.emptyTally(), round, goals: [] };
    return change(opened, activityId, { vote });
  }
  if (design.kind !== 'endorse') return opened;
  return data.lines === undefined ? foldJudgedAnew(opened, data) : foldLinesOpened(opened, data);
}

function foldClosed(state: SessionState, activityId: ActivityId): SessionState {
  const { vote, endorse } = state.activities[activityId] ?? {};
  const present = { joined: state.participants.size, joinedByGroup: state.joinedByGroup };
  return change(state, activityId, {
    status: 'closed',
    ...(vote === undefined ? {} : { vote: { ...vote, present } }),
    ...(endorse === undefined ? {} : { endorse: { ...endorse, present } }),
  });
}

function foldRevealed(
  state: SessionState,
  activityId: ActivityId,
  { seq, at }: Pick<RecordedEvent, 'seq' | 'at'>,
): SessionState {
  const activity = state.activities[activityId];
  const design = findActivity(state, activityId);
  const groupOf = groupsOf(state);
  if (activity?.vote !== undefined && design?.kind === 'vote') {
    const tables = voteTables(state, design, activity.vote);
    const publication = publishVote(activity.vote.publication, seq, activity.vote, tables);
    // Figures of an earlier reveal may be held: each keeps its moment.
    const revealedAt = { ...activity.vote.revealedAt, [seq]: at };
    return change(state, activityId, {
      revealed: true,
      vote: { ...activity.vote, publication, revealedAt, toldFrom: at },
    });
  }
  if (activity?.endorse !== undefined) {
    const { endorse } = activity;
    const tables = { lines: endorse.lines, groupOf, workshop: state.design, rules: state.rules };
    const publication = publishEndorsement(endorse.publication, seq, endorse, tables);
    return change(state, activityId, { revealed: true, endorse: { ...endorse, publication } });
  }
  return change(state, activityId, { revealed: true });
}

function foldBallot(
  state: SessionState,
  activityId: ActivityId,
  participantId: ParticipantId,
  ballot: Ballot | undefined,
): SessionState {
  const design = findActivity(state, activityId);
  const vote = state.activities[activityId]?.vote;
  const groupId = state.participants.get(participantId)?.groupId;
  if (vote === undefined || groupId === undefined || design?.kind !== 'vote') return state;
  const before = vote.ballots.get(participantId);
  const ballots = ballot === undefined ? vote.ballots.delete(participantId) : vote.ballots.set(participantId, ballot);
  const counting = countingOf(
    voteSettings(state, design).method,
    vote.options.map(({ id }) => id),
  );
  const tally = counting.replace(vote.tally, groupId, before, ballot);
  const step = (ballot === undefined ? 0 : 1) - (before === undefined ? 0 : 1);
  return withItems(
    withActivity(state, activityId, { vote: { ...vote, ballots, tally } }),
    activityId,
    participantId,
    step,
  );
}

function foldJudgement(
  state: SessionState,
  event: Extract<RecordedEvent, { type: 'EndorsementGiven' | 'EndorsementWithdrawn' }>,
): SessionState {
  const { activityId, participantId, lineId } = event.data;
  const endorse = state.activities[activityId]?.endorse;
  if (endorse === undefined || !state.participants.has(participantId)) return state;
  const { [lineId]: before, ...others } = endorse.judgements.get(participantId) ?? {};
  const after = event.type === 'EndorsementGiven' ? event.data.level : undefined;
  const own = after === undefined ? others : { ...others, [lineId]: after };
  const judgements =
    Object.keys(own).length === 0
      ? endorse.judgements.delete(participantId)
      : endorse.judgements.set(participantId, own);
  const tally = replaceJudgement(endorse.tally, lineId, before, after);
  const step = (after === undefined ? 0 : 1) - (before === undefined ? 0 : 1);
  return withItems(
    withActivity(state, activityId, { endorse: { ...endorse, judgements, tally } }),
    activityId,
    participantId,
    step,
  );
}
