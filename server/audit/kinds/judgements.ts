// Counts judgements again, line by line and level by level.
import { type Counter, type RawFact, type Taker, textOf } from './counter';

export class Judgements implements Counter {
  readonly kinds = ['endorse'];
  /** Activity, then person, then line. */
  readonly #judgements = new Map<string, Map<string, Map<string, number>>>();
  readonly #lines = new Map<string, readonly string[]>();

  take({ type, data }: RawFact): void {
    const activity = textOf(data, 'activityId');
    const person = textOf(data, 'participantId');
    switch (type) {
      case 'ActivityOpened':
        if (Array.isArray(data.lines)) {
          this.#lines.set(activity, data.lines as string[]);
          this.#judgements.set(activity, new Map());
        } else if (typeof data.wordings === 'object' && data.wordings !== null) {
          this.#judgeAnew(activity, Object.keys(data.wordings));
        }
        break;
      case 'EndorsementGiven': {
        const people = this.#judgements.get(activity);
        const own = people?.get(person) ?? new Map<string, number>();
        own.set(textOf(data, 'lineId'), Number(data.level));
        people?.set(person, own);
        break;
      }
      case 'EndorsementWithdrawn':
        this.#judgements.get(activity)?.get(person)?.delete(textOf(data, 'lineId'));
        break;
    }
  }

  /** Other words are judged: what was said of the earlier ones stands no longer. */
  #judgeAnew(activity: string, lines: readonly string[]): void {
    const known = this.#lines.get(activity) ?? [];
    this.#lines.set(activity, [...known, ...lines.filter((line) => !known.includes(line))]);
    for (const own of this.#judgements.get(activity)?.values() ?? []) for (const line of lines) own.delete(line);
  }

  *takers(): Iterable<Taker> {
    for (const [activity, judges] of this.#judgements) {
      for (const [person, own] of judges) if (own.size > 0) yield [activity, person];
    }
  }

  /** Activity, line, then eight counts: level 1 first. */
  totals(): { readonly endorsements: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> } {
    const endorsements: Record<string, Record<string, number[]>> = {};
    for (const [activity, people] of this.#judgements) {
      const counts: Record<string, number[]> = {};
      for (const line of this.#lines.get(activity) ?? []) counts[line] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (const own of people.values()) {
        for (const [line, level] of own) {
          const histogram = counts[line];
          if (histogram !== undefined) histogram[level - 1] = (histogram[level - 1] ?? 0) + 1;
        }
      }
      endorsements[activity] = counts;
    }
    return { endorsements };
  }
}
