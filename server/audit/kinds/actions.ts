// Counts the actions of a plan again.
import { countNames } from '../count-ballots';
import { type Counter, type RawFact, type Taker, textOf } from './counter';

export class Actions implements Counter {
  readonly kinds = ['plan'];
  readonly #actions = new Map<string, Taker>();

  take({ type, data }: RawFact): void {
    const id = textOf(data, 'actionId');
    switch (type) {
      case 'ActionSubmitted':
        this.#actions.set(id, [textOf(data, 'activityId'), textOf(data, 'participantId')]);
        break;
      case 'ActionWithdrawn':
        this.#actions.delete(id);
        break;
    }
  }

  takers(): Iterable<Taker> {
    return this.#actions.values();
  }

  /** Standing, that is not withdrawn, by activity. */
  totals(): { readonly actions: Readonly<Record<string, number>> } {
    return { actions: countNames([...this.#actions.values()].map(([activity]) => activity)) };
  }
}
