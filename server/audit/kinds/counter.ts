// What the recount asks of each part of it that counts one thing people do.

export type Data = Readonly<Record<string, unknown>>;

export type RawFact = {
  readonly type: string;
  readonly data: Data;
  readonly seq: number;
  /** Names the press of a button that may have sent several commands. */
  readonly press: string | undefined;
};

/** What all parts know of the session, as the facts so far have it. */
export type Hall = {
  /** The edition of the rules, of the first fact. */
  rules: number;
  smallestCell: number;
  readonly groupOf: Map<string, string>;
};

/** `activity`, and a person with something standing in it. */
export type Taker = readonly [activity: string, person: string];

export interface Counter {
  /** Of activities, as the agenda names them: who takes part in these is known by what is counted here. */
  readonly kinds: readonly string[];
  /** Every fact, the first included; what is of another part's is passed over. Throws on data that no server writes. */
  take(fact: RawFact): void;
  /** A person may come more than once. */
  takers(): Iterable<Taker>;
  /** Its fields among the totals. */
  totals(): object;
}

export function textOf(data: Data, key: string): string {
  return String(data[key]);
}
