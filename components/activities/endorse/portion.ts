// A large draft is judged in portions: a cheap phone draws hundreds of lines with eight buttons each in seconds, and its
// page would be three times as large as the rest.
import type { EndorseView } from '../../../server/engine/activities/endorse/types';
import type { Portion } from '../../live/phone/parts/page';

export const PORTION = 40;

type Judged = { has(lineId: string): boolean };
type Lines = EndorseView['lines'];

const count = (lines: Lines, judged: Judged) => lines.filter(({ id }) => judged.has(id)).length;

/** The portion with the first line that is not judged yet, or with the one asked for. */
function startOf(lines: Lines, judged: Judged, from?: number): number {
  const first = from ?? lines.findIndex(({ id }) => !judged.has(id));
  return first > 0 && first < lines.length ? first - (first % PORTION) : 0;
}

/** What to show of the lines, which a page may hold all of or one portion. */
export function portionOf({ id, lines }: EndorseView, judged: Judged, page?: Portion) {
  const held = page?.activityId === id ? page : undefined;
  const from = held?.asked === true ? held.from : undefined;
  if (held !== undefined && lines.length < held.total)
    return { from: held.from, asked: from, total: held.total, lines, judged: held.judged + count(lines, judged) };
  const start = startOf(lines, judged, from);
  const shown = lines.slice(start, start + PORTION);
  return { from: start, asked: from, total: lines.length, lines: shown, judged: count(lines, judged) };
}

/** The view with one portion alone, and what is to be known of the rest. */
export function inPortion(
  activity: EndorseView,
  judged: Judged,
  asked?: number,
): { readonly activity: EndorseView; readonly portion?: Portion } {
  const { id: activityId, lines: all, results } = activity;
  if (all.length <= PORTION) return { activity };
  const from = startOf(all, judged, asked);
  const lines = all.slice(from, from + PORTION);
  const here = new Set(lines.map(({ id }) => id));
  const shown = results && Object.fromEntries(Object.entries(results).filter(([id]) => here.has(id)));
  return {
    activity: { ...activity, lines, ...(shown === undefined ? {} : { results: shown }) },
    portion: {
      activityId,
      from,
      asked: asked !== undefined,
      total: all.length,
      judged: count(all, judged) - count(lines, judged),
    },
  };
}
