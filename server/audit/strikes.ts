// Which options are out of their vote, from raw facts: struck, struck with the last idea behind them, brought back, taken back, done again.

type Strike = { readonly activityId: string; readonly option: string };

export class Strikes {
  readonly #struck = new Set<string>();
  /** By the seq of the act: each option it was about, and whether that was struck before. */
  readonly #before = new Map<number, readonly (readonly [key: string, wasStruck: boolean])[]>();

  /** By press: the seq of the first fact that it led to. Taking that back gives back what the whole press changed. */
  readonly #begun = new Map<string, number>();

  take(type: string, data: Readonly<Record<string, unknown>>, seq: number, press?: string): void {
    if (press !== undefined && !this.#begun.has(press)) this.#begun.set(press, seq);
    const begun = (press === undefined ? undefined : this.#begun.get(press)) ?? seq;
    const acts = new Set([seq, begun]);
    if (type === 'OptionStruck' || type === 'OptionRestored')
      this.#change([data as unknown as Strike], type === 'OptionStruck', acts);
    if (type === 'IdeaHidden') this.#change((data.strikes ?? []) as readonly Strike[], true, acts);
    if (type === 'ModerationUndone') this.#exchange(Number(data.undoneSeq));
    if (type === 'ModerationRedone') this.#exchange(Number(data.redoneSeq));
  }

  has(activityId: string, option: string): boolean {
    return this.#struck.has(keyOf({ activityId, option }));
  }

  /** The vote has other options now. */
  forget(activityId: string): void {
    for (const key of [...this.#struck]) if (key.startsWith(`${activityId} `)) this.#struck.delete(key);
  }

  /** What was before the first change of an act is what is given back. */
  #change(strikes: readonly Strike[], strike: boolean, acts: ReadonlySet<number>): void {
    const keys = strikes.map(keyOf);
    for (const act of acts) {
      const known = this.#before.get(act) ?? [];
      const more = keys.filter((key) => !known.some(([one]) => one === key));
      this.#before.set(act, [...known, ...more.map((key) => [key, this.#struck.has(key)] as const)]);
    }
    for (const key of keys) this.#set(key, strike);
  }

  /** Taken back, or done again: what was before and what is change places. */
  #exchange(seq: number): void {
    const before = this.#before.get(seq) ?? [];
    this.#before.set(
      seq,
      before.map(([key]) => [key, this.#struck.has(key)]),
    );
    for (const [key, wasStruck] of before) this.#set(key, wasStruck);
  }

  #set(key: string, strike: boolean): void {
    if (strike) this.#struck.add(key);
    else this.#struck.delete(key);
  }
}

/** Ids hold no space. */
function keyOf({ activityId, option }: Strike): string {
  return `${activityId} ${option}`;
}
