// What a rehearsal does in a step of a kind: how a made-up person takes part, and what the facilitator does besides opening,
// closing and showing it. Each kind's room says so; dice, words, time and the line to the server are lent to it.
import type { FacilitatorCommand, ParticipantCommand } from '../commands';
import type { FacilitatorView } from '../views';
import type { ActivityId, HorizonId, IdeaId, Locale, LocalText, ThemeId } from '../vocabulary';
import type { ActivityKind, Kinds } from './kinds';

/** Chance that can be repeated. */
export type Dice = {
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both possible. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** One of the keys, each as likely as its weight. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
};

/** Something people say. */
export type Saying = LocalText & {
  readonly id: string;
  readonly themeId?: ThemeId;
  readonly horizonId?: HorizonId;
  /** The activity whose question it answers. */
  readonly answerTo?: string;
  readonly paraphrase: Partial<LocalText>;
};

/** Typed for a step, at a place where it has places. */
export type Words = {
  readonly activityId: ActivityId;
  readonly text: string;
  readonly themeId?: ThemeId;
  readonly horizonId?: HorizonId;
};

export type MadeUpPerson = {
  readonly dice: Dice;
  readonly lang: Locale;
  /** How many people there are in the hall. */
  readonly people: number;
  readonly sayings: readonly Saying[];
  /** Edits, withdraws and votes again. */
  readonly changesMind: boolean;
  /** Gives more than there is to give. */
  readonly overspends: boolean;
  /** Says little. */
  readonly isQuiet: boolean;
  newId(): string;
  /** In this person's words and typing. */
  say(saying: Saying): string;
  typed(text: string): string;
  /** Thinks, then types: `count` pauses that together fill most of the step, seldom more than it. */
  pause(count: number): Promise<void>;
  /** Settles with the final answer: whether it counts. `once`: this person does not press twice, whatever they are like. */
  send(command: ParticipantCommand, options?: { changesNothing?: boolean; once?: boolean }): Promise<boolean>;
  /** Goes on while something is still under way. */
  meanwhile(work: Promise<void>): void;
  /** When everything sent so far has been answered. */
  allAnswered(): Promise<void>;
  /** Looks at what the phone shows while typing: an idea of somebody else that says the same. */
  alikeTo(words: Words): Promise<IdeaId | undefined>;
  /** Which saying an idea was made from: the facilitator recognises near-duplicates by it. */
  remember(ideaId: IdeaId, saying: Saying): void;
};

export type MadeUpFacilitator = {
  view(): FacilitatorView;
  readonly madeFrom: ReadonlyMap<IdeaId, Saying>;
  newId(): string;
  /** `unseen`: the next one does not wait until the view shows it. */
  wish(command: FacilitatorCommand, options?: { unseen?: boolean }): Promise<unknown>;
  /** Takes the latest back. */
  undo(): Promise<void>;
  /** Until the view shows all that was wished. */
  caughtUp(): Promise<void>;
  /** Seconds of the seminar. */
  pause(seconds: number): Promise<void>;
  note(text: string): void;
};

export type Practice<Kind extends ActivityKind = ActivityKind> = {
  /** How long it is open, in seconds of the seminar. */
  readonly seconds: number;
  /** Few are expected to take part: no more time is given for it. */
  readonly forFew?: true;
  takePart?(person: MadeUpPerson, activity: Kinds[Kind]['view']): Promise<void>;
  /** In place of waiting while it is open. */
  whileOpen?(facilitator: MadeUpFacilitator): Promise<void>;
  whenClosed?(facilitator: MadeUpFacilitator, activityId: ActivityId): Promise<void>;
  whenRevealed?(facilitator: MadeUpFacilitator, activity: Kinds[Kind]['view']): Promise<void>;
};
