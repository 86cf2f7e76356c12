// The facilitator of the rehearsal: runs the agenda by the clock, tidies what people wrote, shows results, ends.

import { withMethod } from '../../components/activities/vote/default-settings';
import { isEndorse } from '../engine/activities/endorse/is-endorse';
import { takesIdeas } from '../engine/activities/ideas/takes-ideas';
import type { MadeUpFacilitator, Practice, Saying } from '../engine/activities/practice';
import { practiceOf } from '../engine/activities/registry';
import { isVote } from '../engine/activities/vote/is-vote';
import type { FacilitatorCommand } from '../engine/commands';
import type { EndorsementResult, FacilitatorView } from '../engine/views';
import type { ActivityId, IdeaId, LineId, VoteMethodName } from '../engine/vocabulary';
import type { RevealedResults } from '../engine/voting/telling/ranks';
import type { Ack } from '../protocol/wire';
import type { Stage } from './hall';
import type { Ledger } from './ledger';
import { Line, newId } from './line';
import { ARRIVAL, type Pace } from './pace';

/** What the server itself showed the room, to be held against a recount. */
export type Shown = {
  readonly votes: Map<ActivityId, { readonly ballots: number; readonly figures: RevealedResults }>;
  readonly endorsements: Map<ActivityId, Readonly<Record<LineId, EndorsementResult>>>;
  readonly tookPart: Map<ActivityId, number>;
  readonly ideas: Map<ActivityId, number>;
};

export type FacilitatorParts = {
  readonly stage: Stage;
  readonly pace: Pace;
  readonly ledger: Ledger;
  readonly madeFrom: ReadonlyMap<IdeaId, Saying>;
  readonly note: (text: string) => void;
  /** Waits until nobody in the hall has anything left to send. */
  readonly hallIsQuiet: () => Promise<void>;
  /** How votes are held; as the workshop says without it. */
  readonly method?: VoteMethodName | undefined;
};

/** Shortest time between two commands: a person's, and well below what the server allows a facilitator. */
const BETWEEN_MS = 40;
/** Before closing, at most this share of the hall may still be sending; those without a network are among them. */
const STILL_SENDING = 0.1;
const LONGEST_GRACE_MS = 5_000;

export class Facilitator {
  readonly shown: Shown = { votes: new Map(), endorsements: new Map(), tookPart: new Map(), ideas: new Map() };
  readonly #line: Line<'facilitator'>;
  readonly #desk = newId();
  #lastSeq = 0;

  constructor(private readonly parts: FacilitatorParts) {
    const { stage, pace, ledger } = parts;
    const { url, code, facilitatorToken: token } = stage;
    this.#line = new Line('facilitator', { url, code, token, sender: 'facilitator', pace, ledger });
  }

  get view(): FacilitatorView {
    const { view } = this.#line;
    if (view === undefined) throw new Error('the facilitator has seen nothing yet');
    return view;
  }

  /** This facilitator as the practice of a kind knows them. */
  get #madeUp(): MadeUpFacilitator {
    const { pace, note, madeFrom } = this.parts;
    const line = this.#line;
    return {
      madeFrom,
      newId,
      note,
      view: () => this.view,
      wish: (command, options) => this.#do(command, options),
      undo: () => this.#undo(),
      caughtUp: () => line.caughtUp(this.#lastSeq),
      pause: (seconds) => pace.wait(seconds),
    };
  }

  get status() {
    return this.#line.status;
  }

  async arrive(): Promise<void> {
    this.#line.open();
    await this.#line.caughtUp(1);
    if (!this.view.session.rehearsal) await this.#do({ type: 'session.rehearse' });
  }

  leave(): void {
    this.#line.close();
  }

  /** The whole seminar. Returns the seq of its last fact. */
  async run(): Promise<number> {
    const { pace, note, hallIsQuiet } = this.parts;
    await pace.wait(ARRIVAL);
    note(`${this.view.joined} people are in; the seminar begins`);
    await this.#do({ type: 'session.start' });
    for (const { id, kind, title } of this.view.agenda) {
      note(`${title.en} (${kind})`);
      await this.#do({ type: 'agenda.goto', activityId: id });
      await pace.wait(8);
      await this.#chooseMethod();
      await this.#do({ type: 'activity.open', activityId: id });
      const practice = practiceOf(kind);
      await this.#do({ type: 'timer.start', seconds: pace.timerSeconds(practice.seconds) });
      if (practice.whileOpen === undefined) await this.#wait(practice);
      else await practice.whileOpen(this.#madeUp);
      await this.#letAnswersIn();
      await this.#do({ type: 'activity.close', activityId: id });
      await practice.whenClosed?.(this.#madeUp, id);
      await this.#do({ type: 'results.reveal', activityId: id });
      this.#remember(id);
      const { activity } = this.view;
      if (activity?.id === id && activity.revealed) await practice.whenRevealed?.(this.#madeUp, activity);
      await pace.wait(6);
    }
    // Whoever was out of reach comes back and is told what became of the things still waiting on the phone.
    await hallIsQuiet();
    const ended = await this.#do({ type: 'session.end' });
    note(`the seminar is over: ${Object.keys(this.view.draft.lines).length} lines in the draft`);
    return ended.ok ? ended.seq : this.#line.rev;
  }

  async #chooseMethod(): Promise<void> {
    const { method, note } = this.parts;
    const { activity } = this.view;
    if (!isVote(activity) || method === undefined || activity.settings.method.name === method) return;
    const { id: activityId, settings } = activity;
    await this.#do({ type: 'vote.configure', activityId, settings: withMethod(settings, method, settings) });
    note(`the vote is by ${method}`);
  }

  /** Sends and, unless it does not matter, waits until the view shows it; a refusal is told and the seminar goes on. */
  async #do(command: FacilitatorCommand, { unseen = false } = {}): Promise<Ack> {
    const { pace, note } = this.parts;
    const changesNothing = command.type === 'agenda.goto' && this.view.activity?.id === command.activityId;
    const ack = await this.#line.send({ ...command, desk: this.#desk, seen: this.#line.rev }, { changesNothing });
    if (ack.ok) this.#lastSeq = ack.seq;
    if (ack.ok && !unseen) await this.#line.caughtUp(ack.seq);
    if (!ack.ok) note(`the facilitator was refused: ${command.type}, ${ack.code}`);
    await pace.waitReal(BETWEEN_MS);
    return ack;
  }

  /** Gives more time when many have not answered. */
  async #wait({ seconds, forFew }: Practice): Promise<void> {
    const { pace, note } = this.parts;
    await pace.wait(seconds);
    const { joined = 0, voted = 0 } = this.view.activity?.turnout ?? {};
    note(`${voted} of ${joined} have taken part`);
    if (voted * 2 >= joined || forFew) return;
    const extra = seconds * 0.25;
    await this.#do({ type: 'timer.extend', seconds: pace.timerSeconds(extra) });
    await pace.wait(extra);
  }

  /** A machine that is too slow for the speed asked for must not turn half the hall into latecomers. */
  async #letAnswersIn(): Promise<void> {
    const { pace, ledger } = this.parts;
    const few = this.view.joined * STILL_SENDING;
    for (let waited = 0; ledger.open > few && waited < LONGEST_GRACE_MS; waited += 50) await pace.waitReal(50);
  }

  async #undo(): Promise<void> {
    const { undo } = this.view;
    if (undo !== undefined) await this.#do({ type: 'moderation.undo', seq: undo.seq });
  }

  #remember(activityId: ActivityId): void {
    const { activity } = this.view;
    if (activity?.id !== activityId) return;
    const { turnout } = activity;
    if (turnout !== undefined) this.shown.tookPart.set(activityId, turnout.voted);
    if (takesIdeas(activity)) this.shown.ideas.set(activityId, activity.ideaCount ?? 0);
    if (isVote(activity) && activity.revealed)
      this.shown.votes.set(activityId, { ballots: turnout?.voted ?? 0, figures: activity });
    if (isEndorse(activity) && activity.results !== undefined)
      this.shown.endorsements.set(activityId, activity.results);
  }
}
