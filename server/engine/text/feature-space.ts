// Tf-idf cosine over interned features: the counts of a list of texts, added to and taken from at any time.

export type Vector = {
  readonly ids: Int32Array;
  readonly counts: Float64Array;
};

export type FeatureSpace = {
  /** Unknown features get a number if `learn` is set; otherwise they share the number -1. */
  vector(features: readonly string[], learn: boolean): Vector;
  /** Counts a text in (1) or out (-1). */
  count(vector: Vector, sign: 1 | -1): void;
  norm(vector: Vector): number;
  /** Lays a vector out so that many others can be compared with it. */
  lay(vector: Vector): void;
  /** Cosine with the vector laid out last. */
  cosine(vector: Vector, norm: number): number;
  /** Grows whenever weights change, so that norms can be kept until then. */
  version(): number;
};

/** The background holds three languages; only a third of it says anything about a word. */
const LANGUAGES = 3;
/** So that a word nobody has used yet weighs a little more than a word used once. */
const UNSEEN = 0.5;

export function createFeatureSpace(boost: (feature: string) => number): FeatureSpace {
  const numbers = new Map<string, number>();
  const boosts: number[] = [];
  const seenIn: number[] = [];
  // By number of feature, with room to grow.
  let weights = new Float64Array(0);
  let laid = new Float64Array(0);
  let texts = 0;
  let version = 0;
  let weighed = -1;
  let laidOut: Vector = { ids: new Int32Array(0), counts: new Float64Array(0) };
  let laidNorm = 0;

  const weigh = (times: number) => Math.log(1 + texts / LANGUAGES / (UNSEEN + times));
  function refresh(): void {
    if (weighed === version && weights.length >= seenIn.length) return;
    if (weights.length < seenIn.length) {
      weights = new Float64Array(seenIn.length * 2);
      const grown = new Float64Array(seenIn.length * 2);
      grown.set(laid);
      laid = grown;
    }
    // Most features are in few texts: a table of logarithms instead of one for each.
    const table: number[] = [];
    for (let id = 0; id < seenIn.length; id++) {
      const times = seenIn[id] ?? 0;
      let weight = table[times];
      if (weight === undefined) table[times] = weight = weigh(times);
      weights[id] = weight * (boosts[id] ?? 1);
    }
    weighed = version;
  }
  const weightOf = (id: number) => (id < 0 ? weigh(0) : (weights[id] ?? 0));

  function vector(features: readonly string[], learn: boolean): Vector {
    const counts = new Map<number, number>();
    const ids: number[] = [];
    const times: number[] = [];
    for (const feature of features) {
      let id = numbers.get(feature);
      if (id === undefined && learn) {
        id = numbers.size;
        numbers.set(feature, id);
        boosts.push(boost(feature));
        seenIn.push(0);
        weighed = -1;
      }
      const place = counts.get(id ?? -1);
      if (place !== undefined && id !== undefined) times[place] = (times[place] ?? 0) + 1;
      else {
        counts.set(id ?? -1, ids.length);
        ids.push(id ?? -1);
        times.push(1);
      }
    }
    return { ids: Int32Array.from(ids), counts: Float64Array.from(times) };
  }

  function count(of: Vector, sign: 1 | -1): void {
    for (const id of of.ids) if (id >= 0) seenIn[id] = (seenIn[id] ?? 0) + sign;
    texts += sign;
    version++;
  }

  function norm(of: Vector): number {
    refresh();
    let sum = 0;
    for (let at = 0; at < of.ids.length; at++) {
      const weight = weightOf(of.ids[at] ?? -1) * (of.counts[at] ?? 0);
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  }

  function lay(of: Vector): void {
    refresh();
    for (const id of laidOut.ids) if (id >= 0) laid[id] = 0;
    for (let at = 0; at < of.ids.length; at++) {
      const id = of.ids[at] ?? -1;
      // Weighed twice here, so that the other side needs only its counts.
      if (id >= 0) laid[id] = weightOf(id) ** 2 * (of.counts[at] ?? 0);
    }
    laidOut = of;
    laidNorm = norm(of);
  }

  function cosine(of: Vector, ofNorm: number): number {
    if (laidNorm === 0 || ofNorm === 0) return 0;
    let sum = 0;
    for (let at = 0; at < of.ids.length; at++) {
      const id = of.ids[at] ?? -1;
      if (id >= 0) sum += (laid[id] ?? 0) * (of.counts[at] ?? 0);
    }
    return Math.min(1, sum / (laidNorm * ofNorm));
  }

  return { vector, count, norm, lay, cosine, version: () => version };
}
