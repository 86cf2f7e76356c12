// Which wish may have led to a fact: the fact's own content, said as its sender would have said it at that moment.
import { factRules, isOfKind } from '../engine/activities/registry';
import { assertNever } from '../engine/assert-never';
import type { Command } from '../engine/commands';
import type { RecordedEvent } from '../engine/events';
import type { SessionState } from '../engine/state';
import type { LineId } from '../engine/vocabulary';

/** None for facts that no wish leads to by themselves. `before`: the session as it was when the wish was decided. */
export function wishesBehind(before: SessionState, fact: RecordedEvent): readonly Command[] {
  if (isOfKind(fact)) {
    const { wishes } = factRules(fact.type) as {
      wishes(before: SessionState, data: RecordedEvent['data']): readonly Command[];
    };
    return wishes(before, fact.data);
  }
  const { type, data, at } = fact;
  switch (type) {
    case 'SessionCreated':
    case 'ClockJumped':
      return [];
    case 'RehearsalDeclared':
      return [{ type: 'session.rehearse' }];
    case 'SessionStarted':
      return [{ type: 'session.start' }];
    case 'SessionEnded':
      return [{ type: 'session.end' }];
    case 'ParticipantJoined':
      return [{ type: 'participant.join', groupId: data.groupId }];
    case 'AgendaMoved':
      return [{ type: 'agenda.goto', activityId: data.activityId }];
    case 'ActivityOpened':
      return [{ type: 'activity.open', activityId: data.activityId, judge: data.judge }];
    case 'ActivityClosed':
      return [{ type: 'activity.close', activityId: data.activityId }];
    case 'ResultsRevealed':
      return [{ type: 'results.reveal', activityId: data.activityId }];
    case 'ResultsHidden':
      return [{ type: 'results.hide', activityId: data.activityId }];
    case 'TimerStarted': {
      const seconds = (from: number) => (data.endsAt - from) / 1000;
      const extended = { type: 'timer.extend', seconds: seconds(Math.max(at, before.timer?.endsAt ?? at)) } as const;
      return [{ type: 'timer.start', seconds: seconds(at) }, extended];
    }
    case 'TimerStopped':
      return [{ type: 'timer.stop' }];
    case 'IdeaHidden':
      return [{ type: 'idea.hide', ideaId: data.ideaId }];
    case 'IdeaUnhidden':
      return [{ type: 'idea.unhide', ideaId: data.ideaId }];
    case 'IdeaMoved':
      return [{ type: 'idea.move', ...data }];
    case 'IdeaLanguageSet':
      return [{ type: 'idea.language', ...data }];
    case 'IdeasMerged':
      return [{ type: 'ideas.merge', ...data }];
    case 'IdeaGrouped':
      return [{ type: 'idea.group', ...data }];
    case 'PriorityRenamed':
      return [{ type: 'priority.rename', ...data }];
    case 'ActionHidden':
      return [{ type: 'action.hide', actionId: data.actionId }];
    case 'ActionUnhidden':
      return [{ type: 'action.unhide', actionId: data.actionId }];
    case 'LineEdited': {
      const { composed: _, ...words } = data;
      return [{ type: 'line.edit', base: versionOf(before, data.lineId), ...words }];
    }
    case 'LineTranslated': {
      const { of: _, ...words } = data;
      return [{ type: 'line.translate', base: versionOf(before, data.lineId), ...words }];
    }
    case 'LineRelated':
      return [{ type: 'line.relate', base: versionOf(before, data.lineId), ...data }];
    case 'LineAdded':
      return [{ type: 'line.add', ...data }];
    case 'LineJoined':
      return [{ type: 'line.join', ...data }];
    case 'LineDropped':
      return [{ type: 'line.drop', ...data }];
    case 'LinesOrdered':
      return [{ type: 'lines.order', lineIds: data.lineIds }];
    case 'LineLit':
      return [{ type: 'line.light', lineId: data.lineId }];
    case 'ActionReported':
      return [{ type: 'action.report', ...data }];
    case 'ModerationUndone':
      return [{ type: 'moderation.undo', seq: data.undoneSeq, theirs: true }];
    case 'ModerationRedone':
      return [{ type: 'moderation.redo', seq: data.redoneSeq, theirs: true }];
    default:
      return assertNever(type);
  }
}

/** What a writer who saw the line as it was names. */
function versionOf({ lineWork }: SessionState, lineId: LineId): number {
  return (Object.hasOwn(lineWork, lineId) ? lineWork[lineId]?.version : undefined) ?? 0;
}
