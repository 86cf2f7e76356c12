// One person in the hall: joins, follows the page, takes part as each kind's practice says, and makes the usual trouble.
import type { MadeUpPerson, Saying, Words } from '../engine/activities/practice';
import { practiceOf } from '../engine/activities/registry';
import type { ActivityView, ParticipantView } from '../engine/views';
import type { ActivityId, IdeaId } from '../engine/vocabulary';
import { join, type Stage } from './hall';
import type { Ledger } from './ledger';
import { Line, newId } from './line';
import { ARRIVAL, FIRST_STEPS, type Pace } from './pace';
import type { Person } from './people';
import { typeAs } from './typing';

export type HallParts = {
  readonly stage: Stage;
  readonly pace: Pace;
  readonly ledger: Ledger;
  readonly sayings: readonly Saying[];
  /** Which saying an idea was made from: the facilitator recognises near-duplicates by it. */
  readonly madeFrom: Map<IdeaId, Saying>;
  /** How many people there are. */
  readonly people: number;
  /** A line for whoever watches the terminal. */
  readonly note: (text: string) => void;
};

export class Participant {
  #line: Line<'participant'> | undefined;
  readonly #started = new Set<ActivityId>();
  readonly #tasks = new Set<Promise<void>>();
  #failure: unknown;
  #wasOffline = false;

  constructor(
    readonly person: Person,
    private readonly parts: HallParts,
  ) {}

  get view(): ParticipantView | undefined {
    return this.#line?.view;
  }

  /** Comes in, some during the first activities, and follows from then on. */
  async comeIn(): Promise<void> {
    const { stage, pace, ledger } = this.parts;
    const { person } = this;
    const { random } = person;
    await pace.wait(random.between(0, ARRIVAL * 0.85));
    if (person.traits.has('late')) await pace.wait(random.between(ARRIVAL * 0.3, ARRIVAL + FIRST_STEPS));
    const device = newId();
    ledger.countSent();
    const { ack, commandId, participantId, ms } = await join(stage, device, person.groupId, pace);
    ledger.countAnswer(ms);
    const sender = participantId;
    ledger.settle({ sender, commandId, type: 'participant.join', ack, changesNothing: false });
    if (!ack.ok) return;
    const { url, code } = stage;
    this.#line = new Line('participant', { url, code, token: device, sender, pace, ledger }, (view) =>
      this.#follow(view),
    );
    this.#line.open();
  }

  /** When all that this person began is done and answered. */
  async finished(): Promise<void> {
    while (this.#tasks.size > 0) await Promise.all(this.#tasks);
    await this.#line?.drained();
    if (this.#failure !== undefined) throw this.#failure;
  }

  async caughtUp(seq: number): Promise<void> {
    await this.#line?.caughtUp(seq);
  }

  leave(): void {
    this.#line?.close();
  }

  #follow({ activity }: ParticipantView): void {
    if (activity?.status !== 'open' || this.#started.has(activity.id)) return;
    this.#started.add(activity.id);
    const task: Promise<void> = this.#takePart(activity)
      .catch((error) => {
        this.#failure ??= error;
      })
      .finally(() => this.#tasks.delete(task));
    this.#tasks.add(task);
  }

  async #takePart(activity: ActivityView): Promise<void> {
    const { random, traits } = this.person;
    const { takePart, seconds } = practiceOf(activity.kind);
    if (traits.has('quiet') && random.chance(0.6)) return;
    if (takePart === undefined || this.#line === undefined) return;
    if (traits.has('offline') && !this.#wasOffline && random.chance(0.3)) {
      this.#wasOffline = true;
      this.#background(this.#loseNetwork(seconds));
    }
    await takePart(this.#madeUp(this.#line, seconds), activity);
  }

  /** Gone for a while in the middle of an activity, sometimes until after its end. */
  async #loseNetwork(length: number): Promise<void> {
    const { pace, note } = this.parts;
    await pace.wait(this.person.random.between(0.1, 0.4) * length);
    note(`person ${this.person.number} has lost the network`);
    await this.#line?.loseNetwork(this.person.random.between(0.3, 0.9) * length);
  }

  #background(work: Promise<void>): void {
    const task: Promise<void> = work
      .catch((error) => {
        this.#failure ??= error;
      })
      .finally(() => this.#tasks.delete(task));
    this.#tasks.add(task);
  }

  /** This person as the practice of a kind knows them, in a step of this length. */
  #madeUp(line: Line<'participant'>, seconds: number): MadeUpPerson {
    const { sayings, people, pace, madeFrom } = this.parts;
    const { random: dice, lang, traits, habits } = this.person;
    const typed = (text: string) => typeAs(text, habits, dice);
    return {
      dice,
      lang,
      people,
      sayings,
      changesMind: traits.has('changes mind'),
      overspends: traits.has('overspends'),
      isQuiet: traits.has('quiet'),
      newId,
      typed,
      say(saying: Saying) {
        const other = saying.paraphrase[lang];
        return typed(other !== undefined && dice.chance(0.4) ? other : saying[lang]);
      },
      pause: (count) => pace.wait(dice.between(0.4, 1.35) * ((seconds * 0.75) / Math.max(1, count))),
      async send(command, { changesNothing = false, once = false } = {}) {
        const twice = !once && traits.has('double sender') && dice.chance(0.4);
        return (await line.send(command, { twice, changesNothing })).ok;
      },
      meanwhile: (work) => this.#background(work),
      allAnswered: () => line.drained(),
      async alikeTo(words: Words) {
        return (await line.similar(words))?.find(({ kind }) => kind !== 'opposite')?.ideaId;
      },
      remember: (ideaId, saying) => void madeFrom.set(ideaId, saying),
    };
  }
}
