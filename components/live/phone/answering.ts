// What a phone does with the forms of a step: drafts, wishes, what is refused, ideas like the one being typed. A part of the
// script of its own, since whoever only joins needs nothing of it.
import { isVote } from '../../../server/engine/activities/vote/is-vote';
import type { ParticipantCommand } from '../../../server/engine/commands';
import type { Mine, ParticipantView, SupportedIdeaView } from '../../../server/engine/views';
import type { PriorityId } from '../../../server/engine/vocabulary';
import { formCommand } from '../../../server/protocol/form-command';
import type { FormFields } from '../../../server/protocol/form-fields';
import { type Lack, lackOf } from '../../../server/protocol/form-lack';
import type { LiveConnection } from '../connection';
import type { Outbox, OutboxEntry } from '../outbox';
import type { KeptDrafts } from './drafts';
import { buildOwn } from './parts/own';
import { draftsOf, type Page, type PageState } from './parts/page';
import type { Words } from './parts/words';
import { createRefusals } from './refused';
import { createSimilarLookup } from './similar';
import { giveTypedBack, keepTyped, questionOf } from './similar-drafts';

/** A second tap of the same press finds another button there, or a field that the first one emptied. */
const ONE_PRESS_MS = 700;

export type Answering = {
  /** What it adds to the page. */
  onPage(): Pick<Page, 'similar' | 'returned' | 'justSupported' | 'editing' | 'lack'>;
  /** Ideas of others that were shown, for supports that are still on their way. */
  shownIdeas(): ReadonlyMap<string, SupportedIdeaView>;
  /** What a form says; undefined when there is nothing to send yet (the page then says why). */
  commandOf(fields: FormFields): ParticipantCommand | undefined;
  /** The draft of this key has changed. */
  typed(key: string): void;
  support(ideaId: string): void;
  edit(itemId: string): void;
  cancelEdit(): void;
  takeBack(entryId: string): void;
  /** The room has gone on to another step. */
  stepCame(): void;
  /** The room may look otherwise. */
  roomCame(): void;
  /** Something that was sent is in another state. */
  entryCame(entry: OutboxEntry): void;
  forgetPast(): void;
  close(): void;
};

export type AnsweringParts = {
  readonly served: Pick<PageState, 'editing'>;
  readonly words: Words;
  readonly connection: LiveConnection<'participant'>;
  readonly outbox: Outbox;
  readonly drafts: KeptDrafts;
  readonly view: () => ParticipantView;
  readonly mine: () => Mine | undefined;
  readonly newId: () => string;
  readonly send: (command: ParticipantCommand, id: string) => void;
  readonly changed: () => void;
  /** Says it in the one polite live region. */
  readonly announce: (text: string) => void;
};

export function createAnswering(parts: AnsweringParts): Answering {
  const { served, words, connection, outbox, drafts, view, mine, newId, send, changed, announce } = parts;
  let editing = served.editing;
  let justSupported: string | undefined;
  let lack: Lack | undefined;
  let struckBefore: readonly PriorityId[] = [];
  let returned: readonly PriorityId[] = [];
  let taken: string | undefined;
  let takenAt = 0;
  const similar = createSimilarLookup({
    ask: (question) => connection.similar(question),
    canAsk: () => connection.state().status === 'online',
    changed() {
      if (similar.ideas().length > 0) announce(words.say('similarFound'));
      changed();
    },
  });
  const refusals = createRefusals({
    outbox,
    drafts,
    view,
    mine,
    putBackInto(itemId) {
      editing = itemId ?? editing;
      taken = undefined;
    },
  });

  /** What leaves the vote is told from the view; what comes back looks as if nothing had been. */
  function noteReturned(): void {
    const { activity } = view();
    if (!isVote(activity)) return;
    const struck = activity.struck?.map(({ id }) => id) ?? [];
    returned = [...returned, ...struckBefore.filter((id) => !struck.includes(id))];
    struckBefore = struck;
  }

  /** Where an option of a ranking stands now: the eye sees it move, the ear has to be told. */
  function announceMove(fields: FormFields, command: ParticipantCommand): void {
    const moved = fields.find(([name]) => name === 'add' || name === 'up' || name === 'down')?.[1];
    if (command.type !== 'ballot.cast' || !('ranked' in command) || moved === undefined) return;
    const order = command.ranked.flat();
    const { activity } = view();
    const option = isVote(activity) ? activity.options.find(({ id }) => id === moved) : undefined;
    if (option === undefined) return;
    announce(
      words.say('rankAt', {
        option: option.heading.text,
        place: order.indexOf(moved) + 1,
        total: order.length,
      }),
    );
  }

  noteReturned();

  return {
    onPage: () => ({
      similar: editing === undefined ? similar.ideas() : [],
      returned,
      ...(justSupported === undefined ? {} : { justSupported }),
      ...(editing === undefined ? {} : { editing }),
      ...(lack === undefined ? {} : { lack }),
    }),
    shownIdeas: similar.seen,
    commandOf(fields) {
      const command = formCommand(fields) as ParticipantCommand | undefined;
      if (command === undefined) return undefined;
      // Each tap on a ballot is a wish of its own, and taking back asks once more anyway.
      if (/submit|give/.test(command.type) && command.type === taken && Date.now() - takenAt < ONE_PRESS_MS)
        return undefined;
      announceMove(fields, command);
      lack = lackOf(command, view().activity?.kind);
      if (lack !== undefined) {
        changed();
        return undefined;
      }
      taken = command.type;
      takenAt = Date.now();
      justSupported = undefined;
      const base = new Map(fields).get('draft');
      if (base !== undefined) {
        // The next idea is often for the same theme and time, the next action for the same goal.
        const stays = (key: string) => base !== editing && /\.(themeId|horizonId|goalId)$/.test(key);
        drafts.clear((key) => key.startsWith(`${base}.`) && !stays(key) && !key.includes('.instead.'));
        similar.clear();
        if (base === editing) editing = undefined;
      }
      return command;
    },
    typed(key) {
      taken = undefined;
      if (lack !== undefined && key.endsWith(`.${lack.field}`)) lack = undefined;
      justSupported = undefined;
      if (editing === undefined) similar.typed(questionOf(view().activity, drafts.all(), key));
    },
    support(ideaId) {
      const { activity } = view();
      if (activity === undefined || !similar.mayAct(ideaId)) return;
      taken = 'idea.submit';
      takenAt = Date.now();
      drafts.keep(keepTyped(drafts.all(), activity.id, ideaId));
      send({ type: 'idea.support', ideaId }, newId());
      justSupported = ideaId;
      similar.clear();
      announce(words.say('supporting'));
      changed();
    },
    edit(itemId) {
      const own = buildOwn(mine(), outbox.entries());
      const item = [...own.ideas, ...own.actions].find(({ id }) => id === itemId);
      if (item === undefined) return;
      editing = itemId;
      drafts.keep({ ...draftsOf(itemId, item), ...drafts.all() });
      changed();
    },
    cancelEdit() {
      // What was typed stays for the next time: Cancel stands beside Save.
      editing = undefined;
      changed();
    },
    takeBack: refusals.takeBack,
    stepCame() {
      similar.clear();
      lack = undefined;
      struckBefore = [];
      returned = [];
    },
    roomCame() {
      noteReturned();
      refusals.forgetPast();
    },
    entryCame(entry) {
      if (entry.command.type === 'idea.support') {
        drafts.keep(giveTypedBack(drafts.all(), entry.command.ideaId, entry.state));
      }
      if (entry.state === 'refused' && refusals.note(entry)) {
        announce(`${words.say('refused')}. ${words.refusal(entry.code)}`);
      }
    },
    forgetPast: refusals.forgetPast,
    close: similar.clear,
  };
}
