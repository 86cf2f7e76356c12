// One person in the hall: joins, follows the page, writes, votes, proposes, judges, and makes the usual trouble.

import type { EndorseView } from '../engine/activities/endorse/types';
import type { PlanView } from '../engine/activities/plan/types';
import type { VoteView } from '../engine/activities/vote/types';
import type { ActionFields, Ballot } from '../engine/commands';
import type { ActivityView, ParticipantView } from '../engine/views';
import {
  type ActivityId,
  AGREEMENT_LEVELS,
  type AgreementLevel,
  type HorizonId,
  type IdeaId,
  type LineId,
} from '../engine/vocabulary';
import type { SimilarQuestion } from '../protocol/wire';
import { canonicalBallot, fillIn, overdo } from './ballots';
import { ACTION_PARTS, type Saying } from './corpus';
import { join, type Stage } from './hall';
import type { Ledger } from './ledger';
import { Line, newId } from './line';
import { ARRIVAL, LENGTH, type Pace } from './pace';
import type { Person } from './people';
import { typeAs } from './typing';

export type HallParts = {
  readonly stage: Stage;
  readonly pace: Pace;
  readonly ledger: Ledger;
  readonly sayings: readonly Saying[];
  /** Which saying an idea was made from: the facilitator recognises near-duplicates by it. */
  readonly madeFrom: Map<IdeaId, Saying>;
  /** How many people there are; a big hall proposes no more actions than a draft can hold. */
  readonly people: number;
  /** A line for whoever watches the terminal. */
  readonly note: (text: string) => void;
};

/** A draft with more actions than this is nobody's plan. */
const ACTIONS_WANTED = 60;
/** How many of those who type look at the ideas shown below their words. */
const LOOKS_AT_SIMILAR = 0.35;
/** Nobody reads a hundred lines on a phone. */
const ACTION_LINES_JUDGED = 10;

export class Participant {
  #line: Line<'participant'> | undefined;
  readonly #started = new Set<ActivityId>();
  readonly #tasks = new Set<Promise<void>>();
  /** What stands by the answers so far: says beforehand whether a wish can change anything. */
  readonly #ballots = new Map<ActivityId, string>();
  readonly #judged = new Map<LineId, AgreementLevel>();
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
    if (person.traits.has('late')) await pace.wait(random.between(ARRIVAL * 0.3, ARRIVAL + LENGTH.ask * 2));
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
    if (traits.has('quiet') && random.chance(0.6)) return;
    if (traits.has('offline') && !this.#wasOffline && activity.kind !== 'group' && random.chance(0.3)) {
      this.#wasOffline = true;
      void this.#background(this.#loseNetwork(LENGTH[activity.kind]));
    }
    switch (activity.kind) {
      case 'ask':
        return this.#answer(activity.id);
      case 'collect':
        return this.#collect(activity.id, activity.horizonIds, activity.maxPerPerson);
      case 'vote':
        return this.#vote(activity);
      case 'plan':
        return this.#plan(activity);
      case 'endorse':
        return this.#endorse(activity);
      case 'group':
        return;
    }
  }

  /** Gone for a while in the middle of an activity, sometimes until after its end. */
  async #loseNetwork(length: number): Promise<void> {
    const { pace, note } = this.parts;
    await pace.wait(this.person.random.between(0.1, 0.4) * length);
    note(`person ${this.person.number} has lost the network`);
    await this.#line?.loseNetwork(this.person.random.between(0.3, 0.9) * length);
  }

  #background(work: Promise<void>): Promise<void> {
    const task: Promise<void> = work
      .catch((error) => {
        this.#failure ??= error;
      })
      .finally(() => this.#tasks.delete(task));
    this.#tasks.add(task);
    return task;
  }

  get #sending() {
    const { person } = this;
    return { twice: person.traits.has('double sender') && person.random.chance(0.4) };
  }

  /** Thinks, then types: `count` pauses that together fill most of the activity, seldom more than it. */
  async #pause(length: number, count: number): Promise<void> {
    await this.parts.pace.wait(this.person.random.between(0.4, 1.35) * ((length * 0.75) / Math.max(1, count)));
  }

  #say(saying: Saying): string {
    const { lang, random, habits } = this.person;
    const other = saying.paraphrase[lang];
    return typeAs(other !== undefined && random.chance(0.4) ? other : saying[lang], habits, random);
  }

  async #answer(activityId: ActivityId): Promise<void> {
    const { sayings } = this.parts;
    const fitting = sayings.filter(({ answerTo }) => answerTo === activityId);
    const pool = fitting.length > 0 ? fitting : sayings.filter(({ answerTo }) => answerTo !== undefined);
    await this.#write(activityId, pool, this.person.random.int(1, 2), LENGTH.ask);
  }

  async #collect(activityId: ActivityId, horizonIds: readonly HorizonId[], max: number): Promise<void> {
    const { random, traits } = this.person;
    const pool = this.parts.sayings.filter(
      ({ horizonId }) => horizonId !== undefined && horizonIds.includes(horizonId),
    );
    const wanted = Math.min(max, traits.has('quiet') ? 1 : random.int(1, horizonIds.length > 1 ? 4 : 3));
    await this.#write(activityId, pool, wanted, LENGTH.collect);
  }

  /** Writes down some sayings; those who change their mind then put one right and take one back. */
  async #write(activityId: ActivityId, pool: readonly Saying[], count: number, length: number): Promise<void> {
    const { random, lang, traits } = this.person;
    const line = this.#line;
    if (line === undefined || pool.length === 0) return;
    const chosen = random.shuffle(pool).slice(0, count);
    const written: { ideaId: IdeaId; saying: Saying; text: string; counted: boolean }[] = [];
    for (const saying of chosen) {
      await this.#pause(length, count + 1);
      const ideaId = newId();
      const text = this.#say(saying);
      if (await this.#supportInstead(line, { activityId, text, ...placeOf(saying) })) continue;
      this.parts.madeFrom.set(ideaId, saying);
      const idea = { ideaId, saying, text, counted: false };
      written.push(idea);
      const submit = { type: 'idea.submit', activityId, ideaId, text, lang, ...placeOf(saying) } as const;
      // Not waited for: typing goes on while the phone sends.
      void this.#background(
        line.send(submit, this.#sending).then((ack) => {
          idea.counted = ack.ok;
        }),
      );
    }
    if (!traits.has('changes mind')) return;
    await this.#pause(length, count + 1);
    const [first, second] = written;
    await line.drained();
    // Put right: the same thing without the slips.
    if (first?.counted) {
      const { ideaId, saying } = first;
      const text = saying[lang];
      // A slip that only doubles a space is gone once it is stored.
      const changesNothing = text === first.text.replace(/\s+/g, ' ').trim();
      await line.send({ type: 'idea.submit', activityId, ideaId, text, lang, ...placeOf(saying) }, { changesNothing });
    }
    if (second !== undefined && random.chance(0.5)) {
      const changesNothing = !second.counted;
      await line.send({ type: 'idea.withdraw', ideaId: second.ideaId }, { ...this.#sending, changesNothing });
    }
  }

  /** While typing some look at what the phone shows, and stand behind somebody else's words. Few take that back. */
  async #supportInstead(line: Line<'participant'>, question: SimilarQuestion): Promise<boolean> {
    const { random } = this.person;
    if (!random.chance(LOOKS_AT_SIMILAR)) return false;
    const found = (await line.similar(question))?.find(({ kind }) => kind !== 'opposite');
    if (found === undefined) return false;
    const { ideaId } = found;
    const { ok } = await line.send({ type: 'idea.support', ideaId }, this.#sending);
    if (ok && random.chance(0.1)) await line.send({ type: 'idea.unsupport', ideaId }, this.#sending);
    return ok;
  }

  async #vote({ id, options, settings: { method } }: VoteView): Promise<void> {
    const { random, traits } = this.person;
    const line = this.#line;
    if (line === undefined || options.length === 0) return;
    await this.#pause(LENGTH.vote, 1.5);
    const favourites = random.shuffle(options.map((option) => option.id));
    const tooMuch = traits.has('overspends') ? overdo(method, favourites) : undefined;
    if (tooMuch !== undefined) {
      const ack = await line.send({ type: 'ballot.cast', activityId: id, ...tooMuch });
      if (ack.ok) throw new Error(`a ballot over the limit was counted in ${id}`);
      await this.#pause(LENGTH.vote, 8);
    }
    await this.#cast(id, fillIn(method, favourites, random));
    if (!traits.has('changes mind')) return;
    await this.#pause(LENGTH.vote, 5);
    if (random.chance(0.4)) {
      const changesNothing = !this.#ballots.has(id);
      const ack = await line.send({ type: 'ballot.withdraw', activityId: id }, { ...this.#sending, changesNothing });
      if (ack.ok) this.#ballots.delete(id);
    }
    if (random.chance(0.8)) await this.#cast(id, fillIn(method, random.shuffle(favourites), random));
  }

  async #cast(activityId: ActivityId, ballot: Ballot): Promise<void> {
    const text = canonicalBallot(ballot);
    const changesNothing = this.#ballots.get(activityId) === text;
    const ack = await this.#line?.send(
      { type: 'ballot.cast', activityId, ...ballot },
      { ...this.#sending, changesNothing },
    );
    if (ack?.ok) this.#ballots.set(activityId, text);
  }

  async #plan({ id, goals, maxPerPerson }: PlanView): Promise<void> {
    const { random, lang, traits } = this.person;
    const line = this.#line;
    if (line === undefined || goals.length === 0) return;
    const share = Math.min(1, ACTIONS_WANTED / this.parts.people);
    const wanted = Math.min(maxPerPerson, random.chance(share) ? random.int(0, 2) : 0);
    for (let done = 0; done < wanted; done++) {
      await this.#pause(LENGTH.plan, wanted + 0.5);
      const goal = random.pick(goals);
      const steps = this.parts.sayings.filter(({ horizonId }) => horizonId === 'tomorrow');
      const near = steps.filter(({ themeId }) => themeId === goal.themeId);
      const saying = random.pick(near.length > 0 ? near : steps);
      const submit = { type: 'action.submit', activityId: id, actionId: newId(), goalId: goal.id, lang } as const;
      const fields = this.#actionFields(saying);
      const { ok } = await line.send({ ...submit, ...fields }, this.#sending);
      if (!traits.has('changes mind')) continue;
      await this.#pause(LENGTH.plan, 6);
      if (random.chance(0.25))
        await line.send(
          { type: 'action.withdraw', actionId: submit.actionId },
          { ...this.#sending, changesNothing: !ok },
        );
      else await line.send({ ...submit, ...fields, byWhen: `${fields.byWhen} (!)`.trim() });
    }
  }

  /** In the language the person writes in; not everybody fills in everything. */
  #actionFields(saying: Saying): ActionFields {
    const { random, lang, habits } = this.person;
    const parts = ACTION_PARTS[lang];
    const part = (name: keyof typeof parts, filled: number) =>
      random.chance(filled) ? typeAs(random.pick(parts[name]), habits, random) : '';
    return {
      what: this.#say(saying),
      who: part('who', 0.85),
      byWhen: part('byWhen', 0.8),
      means: part('means', 0.7),
      sign: part('sign', 0.6),
    };
  }

  async #endorse({ id, lines }: EndorseView): Promise<void> {
    const { random, traits } = this.person;
    const line = this.#line;
    if (line === undefined) return;
    const actions = random.shuffle(lines.filter(({ kind }) => kind === 'action')).slice(0, ACTION_LINES_JUDGED);
    const read = lines.filter((one) => one.kind === 'goal' || actions.includes(one));
    for (const { id: lineId } of read) {
      await this.#pause(LENGTH.endorse, read.length + 2);
      if (random.chance(0.08)) continue;
      // The next line is read while the phone still sends.
      void this.#background(this.#judge(id, lineId));
    }
    const [first] = read;
    if (first === undefined || !traits.has('changes mind') || !random.chance(0.4)) return;
    await line.drained();
    await this.#give(id, first.id, 6);
    const changesNothing = !this.#judged.has(first.id);
    await line.send(
      { type: 'endorsement.withdraw', activityId: id, lineId: first.id },
      { ...this.#sending, changesNothing },
    );
  }

  async #judge(activityId: ActivityId, lineId: LineId): Promise<void> {
    const weights = [38, 22, 14, 8, 7, 5, 5, 1];
    const likely = Object.fromEntries(weights.map((weight, at) => [String(at + 1), weight]));
    const level = Number(this.person.random.weighted(likely));
    await this.#give(activityId, lineId, AGREEMENT_LEVELS[level - 1] ?? 4);
  }

  async #give(activityId: ActivityId, lineId: LineId, level: AgreementLevel): Promise<void> {
    const changesNothing = this.#judged.get(lineId) === level;
    const ack = await this.#line?.send(
      { type: 'endorsement.give', activityId, lineId, level },
      { ...this.#sending, changesNothing },
    );
    if (ack?.ok) this.#judged.set(lineId, level);
  }
}

function placeOf({ themeId, horizonId }: Saying) {
  return themeId === undefined || horizonId === undefined ? {} : { themeId, horizonId };
}
