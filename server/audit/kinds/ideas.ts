// Counts ideas again: submitted, withdrawn, supported.
import { countNames } from '../count-ballots';
import { type Counter, type RawFact, type Taker, textOf } from './counter';

/** Nobody wrote it any more once it was withdrawn; it stands while somebody supports it. */
type Idea = {
  readonly activity: string;
  readonly author: string | undefined;
  readonly supporters: ReadonlySet<string>;
};

export class Ideas implements Counter {
  /** Grouping is about ideas too, and nobody takes part in it. */
  readonly kinds = ['ask', 'collect', 'group'];
  readonly #ideas = new Map<string, Idea>();

  take({ type, data }: RawFact): void {
    const id = textOf(data, 'ideaId');
    const person = textOf(data, 'participantId');
    switch (type) {
      case 'IdeaSubmitted':
        this.#ideas.set(id, { activity: textOf(data, 'activityId'), author: person, supporters: new Set() });
        break;
      case 'IdeaWithdrawn':
        this.#change(id, () => ({ author: undefined }));
        break;
      case 'IdeaSupported':
        this.#change(id, ({ supporters }) => ({ supporters: new Set([...supporters, person]) }));
        break;
      case 'IdeaUnsupported':
        this.#change(id, ({ supporters }) => ({
          supporters: new Set([...supporters].filter((one) => one !== person)),
        }));
        break;
    }
  }

  *takers(): Iterable<Taker> {
    for (const { activity, author, supporters } of this.#ideas.values()) {
      if (author !== undefined) yield [activity, author];
      for (const person of supporters) yield [activity, person];
    }
  }

  /** Standing, that is neither withdrawn nor replaced, by activity. */
  totals(): { readonly ideas: Readonly<Record<string, number>> } {
    return { ideas: countNames([...this.#ideas.values()].map(({ activity }) => activity)) };
  }

  #change(id: string, change: (idea: Idea) => Partial<Idea>): void {
    const idea = this.#ideas.get(id);
    if (idea === undefined) return;
    const after = { ...idea, ...change(idea) };
    if (after.author === undefined && after.supporters.size === 0) this.#ideas.delete(id);
    else this.#ideas.set(id, after);
  }
}
