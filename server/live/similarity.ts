// What a room knows about ideas that may say the same. Beside the state and never in it: made from the ideas when the
// room opens, brought up to date after each commit, always in slices so short that no vote waits for it.
import { hasPlaces, takesIdeas } from '../engine/activities/ideas/takes-ideas';
import { struckIdeas } from '../engine/activities/vote/standing-options';
import type { Idea, SessionState } from '../engine/state';
import { findActivity } from '../engine/state';
import { createSimilarityIndex, type Pair, type SimilarityIndex } from '../engine/text/similarity-index';
import { groupPairs, suggestSimilar } from '../engine/text/suggest';
import type { ActivityDesign, IdeaId, ParticipantId } from '../engine/vocabulary';
import type { Refused, SimilarIdeas, SimilarQuestion, SuggestedGroup } from '../protocol/wire';

/** More would make people read instead of write. */
const SHOWN = 2;
const SLICE_MS = 8;
/** Of the time that passes, how much may go into questions while typing; votes need the rest. */
const SHARE = 0.15;
const BURST_MS = 150;

type Place = {
  readonly index: SimilarityIndex;
  version: number;
  groups?: { version: number; found: readonly Found[] };
};
type Found = { readonly ids: readonly IdeaId[]; readonly score: number; readonly kind: SuggestedGroup['kind'] };
type Indexed = { readonly place: string; readonly text: string };

/** Ideas are compared where they could become one priority; answers to one question with each other. */
function placeOf({ activityId, themeId, horizonId }: Pick<Idea, 'activityId' | 'themeId' | 'horizonId'>): string {
  return themeId === undefined ? `ask ${activityId}` : `${horizonId} ${themeId}`;
}

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

export class Similarity {
  readonly #stateOf: () => SessionState;
  readonly #clock: () => number;
  readonly #places = new Map<string, Place>();
  readonly #indexed = new Map<IdeaId, Indexed>();
  #seen: SessionState['ideas'] | undefined;
  #catchingUp: Promise<void> | undefined;
  #grouping: Promise<readonly SuggestedGroup[]> | undefined;
  #spentMs = 0;
  #spentAt: number;
  #closed = false;

  constructor(stateOf: () => SessionState, clock: () => number = () => performance.now()) {
    this.#stateOf = stateOf;
    this.#clock = clock;
    this.#spentAt = clock();
    this.changed();
  }

  /** The ideas may have changed: what differs is indexed soon, but not now. */
  changed(): void {
    if (this.#closed || this.#seen === this.#stateOf().ideas) return;
    this.#catchingUp ??= this.#catchUp().finally(() => {
      this.#catchingUp = undefined;
    });
  }

  /** Judged on the durable state, like every answer; what is indexed may be a moment behind it, what is shown is not. */
  similar(participantId: ParticipantId, question: SimilarQuestion): SimilarIdeas | Refused {
    const state = this.#stateOf();
    const { activityId, text, themeId, horizonId } = question;
    const step = findActivity(state, activityId);
    if (!state.participants.has(participantId)) return { ok: false, code: 'not_joined' };
    if (step === undefined) return { ok: false, code: 'unknown_activity' };
    if (!takesIdeas(step)) return { ok: false, code: 'wrong_activity' };
    if (state.activities[activityId]?.status !== 'open') return { ok: false, code: 'activity_closed' };
    const startedAt = this.#clock();
    this.#spentMs = Math.max(0, this.#spentMs - (startedAt - this.#spentAt) * SHARE);
    this.#spentAt = startedAt;
    if (this.#spentMs > BURST_MS) {
      return { ok: false, code: 'rate_limited', retryAfterMs: Math.ceil((this.#spentMs - BURST_MS) / SHARE) };
    }
    this.changed();
    const struck = struckIdeas(state);
    const here = (id: IdeaId): Idea | undefined => {
      const idea = state.ideas.get(id);
      const fits =
        idea !== undefined &&
        !idea.hidden &&
        !struck.has(id) &&
        idea.activityId === activityId &&
        idea.authorId !== participantId &&
        !idea.supporterIds.includes(participantId) &&
        (themeId === undefined || idea.themeId === themeId) &&
        (horizonId === undefined || idea.horizonId === horizonId);
      return fits ? idea : undefined;
    };
    const except = [...this.#indexed.keys()].filter((id) => here(id) === undefined);
    const found = [...this.#placesOf(question, step)]
      .flatMap(({ index }) => suggestSimilar(index, text, { limit: SHOWN, except }))
      .sort((a, b) => Number(a.kind === 'opposite') - Number(b.kind === 'opposite') || b.score - a.score)
      .slice(0, SHOWN);
    this.#spentMs += this.#clock() - startedAt;
    return {
      ok: true,
      ideas: found.flatMap(({ id, kind }) => {
        const idea = here(id);
        return idea === undefined ? [] : [{ ideaId: id, text: idea.text, lang: idea.lang, kind }];
      }),
    };
  }

  /** Best first. Nothing is merged by it: the facilitator looks at each group and decides. */
  groups(): Promise<readonly SuggestedGroup[]> {
    this.#grouping ??= this.#group().finally(() => {
      this.#grouping = undefined;
    });
    return this.#grouping;
  }

  close(): void {
    this.#closed = true;
  }

  #placesOf({ activityId, themeId, horizonId }: SimilarQuestion, step: ActivityDesign): Iterable<Place> {
    if (!hasPlaces(step)) return this.#named([placeOf({ activityId, themeId: undefined, horizonId: undefined })]);
    const { themes, horizons } = this.#stateOf().design;
    const all = themes.flatMap((theme) => horizons.map((horizon) => ({ themeId: theme.id, horizonId: horizon.id })));
    return this.#named(
      all
        .filter((place) => themeId === undefined || place.themeId === themeId)
        .filter((place) => horizonId === undefined || place.horizonId === horizonId)
        .map((place) => placeOf({ activityId, ...place })),
    );
  }

  #named(names: readonly string[]): readonly Place[] {
    return names.flatMap((name) => this.#places.get(name) ?? []);
  }

  async #catchUp(): Promise<void> {
    // Not in the turn in which votes were committed.
    await breathe();
    let sliceEnds = performance.now() + SLICE_MS;
    while (!this.#closed && this.#seen !== this.#stateOf().ideas) {
      const { ideas } = this.#stateOf();
      let isWhole = true;
      for (const change of this.#differences(ideas)) {
        this.#apply(change);
        if (performance.now() < sliceEnds) continue;
        isWhole = false;
        break;
      }
      if (isWhole) this.#seen = ideas;
      else await breathe();
      sliceEnds = performance.now() + SLICE_MS;
    }
  }

  *#differences(ideas: SessionState['ideas']): Generator<readonly [IdeaId, Indexed | undefined]> {
    for (const id of [...this.#indexed.keys()]) if (ideas.get(id)?.hidden !== false) yield [id, undefined];
    for (const idea of ideas.values()) {
      if (idea.hidden) continue;
      const now = { place: placeOf(idea), text: idea.text };
      const before = this.#indexed.get(idea.id);
      if (before?.place !== now.place || before.text !== now.text) yield [idea.id, now];
    }
  }

  #apply([id, now]: readonly [IdeaId, Indexed | undefined]): void {
    const before = this.#indexed.get(id);
    if (before !== undefined) {
      const place = this.#place(before.place);
      place.index.remove(id);
      place.version += 1;
      this.#indexed.delete(id);
    }
    if (now === undefined) return;
    const place = this.#place(now.place);
    place.index.put(id, now.text);
    place.version += 1;
    this.#indexed.set(id, now);
  }

  #place(name: string): Place {
    let place = this.#places.get(name);
    if (place === undefined) {
      place = { index: createSimilarityIndex(), version: 0 };
      this.#places.set(name, place);
    }
    return place;
  }

  async #group(): Promise<readonly SuggestedGroup[]> {
    this.changed();
    await this.#catchingUp;
    const found: Found[] = [];
    for (const [name, place] of this.#places) {
      // Answers to a question are read, not merged.
      if (!name.startsWith('ask ')) found.push(...(await this.#groupsAt(place)));
    }
    const state = this.#stateOf();
    return found.sort((a, b) => b.score - a.score).flatMap((group) => asItStands(state, group));
  }

  async #groupsAt(place: Place): Promise<readonly Found[]> {
    const { version } = place;
    if (place.groups?.version === version) return place.groups.found;
    const pairs: Pair[] = [];
    let sliceEnds = performance.now() + SLICE_MS;
    for (const row of place.index.pairs()) {
      pairs.push(...row);
      if (performance.now() < sliceEnds) continue;
      await breathe();
      sliceEnds = performance.now() + SLICE_MS;
    }
    const found = groupPairs(pairs);
    place.groups = { version, found };
    return found;
  }
}

/** What people have decided meanwhile comes first: what is together already is not suggested, nor two priorities in one. */
function asItStands(state: SessionState, { ids, kind }: Found): SuggestedGroup[] {
  const ideas = ids.flatMap((id) => state.ideas.get(id) ?? []).filter(({ hidden }) => !hidden);
  const [first] = ideas;
  const alone = ideas.filter(({ priorityId }) => priorityId === null);
  const priorities = [...new Set(ideas.flatMap(({ priorityId }) => priorityId ?? []))];
  const [priorityId] = priorities;
  const onePlace = ideas.every((idea) => placeOf(idea) === placeOf(first as Idea));
  if (ideas.length < 2 || alone.length === 0 || priorities.length > 1 || !onePlace) return [];
  const ideaIds = [...ideas].sort((a, b) => a.order - b.order).map(({ id }) => id);
  return [{ ideaIds, kind, ...(priorityId === undefined ? {} : { priorityId }) }];
}
