// Looks for ideas like the one being typed: after a pause, one question at a time, and never in the way of typing.
import type { SupportedIdeaView } from '../../../server/engine/views';
import type { SimilarIdea, SimilarQuestion } from '../../../server/protocol/wire';

const PAUSE_MS = 300;
const FEWEST_LETTERS = 4;
/** What has just slid under a thumb that was going elsewhere is not taken for a choice. */
const SETTLE_MS = 600;

export type SimilarLookup = {
  typed(question: SimilarQuestion | undefined): void;
  ideas(): readonly SimilarIdea[];
  /** Every idea shown so far, for supports that are still on their way. */
  seen(): ReadonlyMap<string, SupportedIdeaView>;
  mayAct(ideaId: string): boolean;
  clear(): void;
};

export function createSimilarLookup(parts: {
  readonly ask: (question: SimilarQuestion) => Promise<readonly SimilarIdea[] | undefined>;
  readonly canAsk: () => boolean;
  readonly changed: () => void;
}): SimilarLookup {
  const seen = new Map<string, SupportedIdeaView>();
  let shown: readonly SimilarIdea[] = [];
  let shownAt = 0;
  let wanted: SimilarQuestion | undefined;
  let asking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(ideas: readonly SimilarIdea[]): void {
    const same = ideas.length === shown.length && ideas.every(({ ideaId }, at) => shown[at]?.ideaId === ideaId);
    if (same) return;
    shown = ideas;
    shownAt = Date.now();
    parts.changed();
  }

  function enough(question: SimilarQuestion): boolean {
    return (question.text.match(/[\p{L}\p{N}]/gu) ?? []).length >= FEWEST_LETTERS;
  }

  async function look(): Promise<void> {
    const question = wanted;
    if (asking || question === undefined || !parts.canAsk()) return;
    asking = true;
    const ideas = await parts.ask(question);
    asking = false;
    // Typed on meanwhile: the answer is about words that are no longer there.
    if (wanted !== question) {
      if (timer === undefined) void look();
      return;
    }
    if (ideas === undefined) return;
    const { activityId, themeId, horizonId } = question;
    for (const { ideaId, text, lang } of ideas) {
      const place = {
        ...(themeId === undefined ? {} : { themeId }),
        ...(horizonId === undefined ? {} : { horizonId }),
      };
      seen.set(ideaId, { text, lang, activityId, order: Number.MAX_SAFE_INTEGER, ...place });
    }
    show(ideas);
  }

  return {
    ideas: () => shown,
    seen: () => seen,
    mayAct: (ideaId) => shown.some((idea) => idea.ideaId === ideaId) && Date.now() - shownAt >= SETTLE_MS,
    typed(question) {
      clearTimeout(timer);
      timer = undefined;
      wanted = question !== undefined && enough(question) ? question : undefined;
      if (wanted === undefined) {
        show([]);
        return;
      }
      timer = setTimeout(() => {
        timer = undefined;
        void look();
      }, PAUSE_MS);
    },
    clear() {
      clearTimeout(timer);
      timer = undefined;
      wanted = undefined;
      shown = [];
    },
  };
}
