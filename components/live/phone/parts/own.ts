// One person's own things as the phone shows them: what the room has counted, with what is still on its way laid over.
import type { ActionFields, Command } from '../../../../server/engine/commands';
import type { Mine, SupportedIdeaView } from '../../../../server/engine/views';
import type {
  ActivityId,
  AgreementLevel,
  GroupId,
  HorizonId,
  Locale,
  PriorityId,
  ThemeId,
} from '../../../../server/engine/vocabulary';
import type { BallotParts } from '../../../../server/protocol/form-ballot';
import type { RefusalCode } from '../../../../server/protocol/wire';
import type { OutboxEntry } from '../../outbox';
import type { Params } from './words';

export type SendState = 'queued' | 'sent' | 'counted';

export type OwnIdea = {
  readonly id: string;
  readonly activityId: ActivityId;
  readonly text: string;
  readonly lang: Locale;
  readonly order: number;
  readonly themeId?: ThemeId | undefined;
  readonly horizonId?: HorizonId | undefined;
  readonly hidden?: true;
  /** Others support it: its words stay. */
  readonly supported?: true;
  readonly state: SendState;
  readonly withdrawing: boolean;
};
/** Somebody else's idea that this person supports. */
export type OwnSupport = Pick<OwnIdea, 'id' | 'activityId' | 'text' | 'lang' | 'order' | 'state' | 'withdrawing'> &
  Pick<OwnIdea, 'themeId' | 'horizonId'>;
export type OwnAction = ActionFields & {
  readonly id: string;
  readonly activityId: ActivityId;
  readonly goalId: PriorityId;
  readonly lang: Locale;
  readonly order: number;
  readonly hidden?: true;
  readonly state: SendState;
  readonly withdrawing: boolean;
};
/** With no part of a ballot while it is being withdrawn. */
export type OwnBallot = BallotParts & { readonly state: SendState };
export type OwnEndorsement = { readonly level: AgreementLevel; readonly state: SendState };

export type Refusal = {
  readonly entryId: string;
  readonly command: Command;
  readonly code: RefusalCode;
  readonly params?: Params;
};

export type Own = {
  readonly receipt?: string;
  readonly groupId?: GroupId;
  readonly ideas: readonly OwnIdea[];
  readonly supports: readonly OwnSupport[];
  readonly actions: readonly OwnAction[];
  readonly ballots: ReadonlyMap<ActivityId, OwnBallot>;
  readonly endorsements: ReadonlyMap<string, OwnEndorsement>;
  /** Refused for good; kept until the person has seen them. */
  readonly refusals: readonly Refusal[];
  /** Things that have not been answered yet. */
  readonly unanswered: number;
};

/** After everything the room knows of: things on their way stand last, in the order of wishing. */
const AFTER_ALL = 1_000_000_000;

/** `shown`: ideas this phone has shown, which a support on its way names by their id alone. */
export function buildOwn(
  mine: Mine | undefined,
  entries: readonly OutboxEntry[],
  shown: ReadonlyMap<string, SupportedIdeaView> = new Map(),
): Own {
  let groupId = mine?.groupId;
  const ideas = new Map<string, OwnIdea>();
  const supports = new Map<string, OwnSupport>();
  const actions = new Map<string, OwnAction>();
  const ballots = new Map<ActivityId, OwnBallot>();
  const endorsements = new Map<string, OwnEndorsement>();
  const refusals: Refusal[] = [];
  let unanswered = 0;

  for (const [id, idea] of Object.entries(mine?.ideas ?? {})) {
    ideas.set(id, { id, ...idea, state: 'counted', withdrawing: false });
  }
  for (const [id, idea] of Object.entries(mine?.supports ?? {})) {
    supports.set(id, { id, ...idea, state: 'counted', withdrawing: false });
  }
  for (const [id, action] of Object.entries(mine?.actions ?? {})) {
    actions.set(id, { id, ...action, state: 'counted', withdrawing: false });
  }
  for (const [id, choices] of Object.entries(mine?.ballots ?? {})) ballots.set(id, { choices, state: 'counted' });
  for (const [id, ballot] of Object.entries(mine?.ballotsOf ?? {})) ballots.set(id, { ...ballot, state: 'counted' });
  for (const [id, level] of Object.entries(mine?.endorsements ?? {})) endorsements.set(id, { level, state: 'counted' });

  function leave<Item extends { readonly state: SendState; readonly withdrawing: boolean }>(
    items: Map<string, Item>,
    id: string,
    state: SendState,
  ): void {
    const item = items.get(id);
    if (item === undefined) return;
    if (state === 'counted') items.delete(id);
    else items.set(id, { ...item, state, withdrawing: true });
  }

  for (const entry of entries) {
    const { command } = entry;
    if (entry.state === 'refused') {
      const { id: entryId, code, params } = entry;
      refusals.push({ entryId, command, code, ...(params === undefined ? {} : { params }) });
      continue;
    }
    const { state } = entry;
    if (state !== 'counted') unanswered += 1;
    switch (command.type) {
      case 'participant.join':
        groupId ??= command.groupId;
        break;
      case 'idea.submit': {
        const { ideaId: id, activityId, text, lang, themeId, horizonId } = command;
        const order = ideas.get(id)?.order ?? AFTER_ALL + entry.order;
        ideas.set(id, { id, activityId, text, lang, themeId, horizonId, order, state, withdrawing: false });
        break;
      }
      case 'idea.withdraw':
        leave(ideas, command.ideaId, state);
        break;
      case 'idea.support': {
        const { ideaId: id } = command;
        const idea = shown.get(id);
        if (idea !== undefined && !supports.has(id)) supports.set(id, { id, ...idea, state, withdrawing: false });
        break;
      }
      case 'idea.unsupport':
        leave(supports, command.ideaId, state);
        break;
      case 'action.submit': {
        const { actionId: id, type: _type, ...fields } = command;
        const order = actions.get(id)?.order ?? AFTER_ALL + entry.order;
        actions.set(id, { id, ...fields, order, state, withdrawing: false });
        break;
      }
      case 'action.withdraw':
        leave(actions, command.actionId, state);
        break;
      case 'ballot.cast': {
        const { type: _type, activityId, ...ballot } = command;
        ballots.set(activityId, { ...ballot, state });
        break;
      }
      case 'ballot.withdraw':
        if (state === 'counted') ballots.delete(command.activityId);
        else ballots.set(command.activityId, { state });
        break;
      case 'endorsement.give':
        endorsements.set(command.lineId, { level: command.level, state });
        break;
      case 'endorsement.withdraw':
        endorsements.delete(command.lineId);
        break;
    }
  }

  const inOrder = (a: { order: number }, b: { order: number }) => a.order - b.order;
  return {
    ...(groupId === undefined ? {} : { groupId }),
    ...(mine === undefined ? {} : { receipt: mine.receipt }),
    ideas: [...ideas.values()].sort(inOrder),
    supports: [...supports.values()].sort(inOrder),
    actions: [...actions.values()].sort(inOrder),
    ballots,
    endorsements,
    refusals,
    unanswered,
  };
}

/** Commands of one lane state the wish for one thing, so the newest unsent one is enough. */
export function laneOf(command: Command): string | undefined {
  switch (command.type) {
    case 'participant.join':
      return 'join';
    case 'idea.submit':
    case 'idea.withdraw':
      return `idea:${command.ideaId}`;
    case 'idea.support':
    case 'idea.unsupport':
      return `support:${command.ideaId}`;
    case 'action.submit':
    case 'action.withdraw':
      return `action:${command.actionId}`;
    case 'ballot.cast':
    case 'ballot.withdraw':
      return `ballot:${command.activityId}`;
    case 'endorsement.give':
    case 'endorsement.withdraw':
      return `line:${command.lineId}`;
    default:
      return undefined;
  }
}
