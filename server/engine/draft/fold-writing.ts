// Folds what was written at the desk: each fact changes what was made of a line or two, and nothing that is composed.

import { elseAs } from '../assert-never';
import type { RecordedEvent } from '../events';
import type { LineWork, SessionState } from '../state';
import type { LineId, Locale } from '../vocabulary';

type Works = SessionState['lineWork'];

/** With a name, or expressly without one. */
type Named = Omit<LineWork, 'by'> & { readonly by?: string | undefined };

const UNTOUCHED: LineWork = { version: 0 };

type Writing =
  | 'LineEdited'
  | 'LineTranslated'
  | 'LineRelated'
  | 'LineAdded'
  | 'ActionReported'
  | 'LineJoined'
  | 'LineDropped'
  | 'LinesOrdered';
export type WritingFact = Extract<RecordedEvent, { readonly type: Writing }>;

/** The same object when the fact is of a later version. */
export function foldWriting(works: Works, event: WritingFact): Works {
  const { actor } = event;
  const name = actor.role === 'facilitator' ? actor.name : undefined;
  // Without a name the one before must not stand for somebody else's change.
  const written = { version: event.seq, at: event.at, by: name };
  switch (event.type) {
    case 'LineEdited': {
      const { lineId, text, lang, composed, details } = event.data;
      const { wording: _, ...rest } = works[lineId] ?? UNTOUCHED;
      return put(works, lineId, {
        ...rest,
        ...written,
        ...(text === '' ? {} : { wording: { text, lang, ...(composed === undefined ? {} : { composed }) } }),
        ...(details === undefined ? {} : { details }),
      });
    }
    case 'LineTranslated': {
      const { lineId, lang, text, of } = event.data;
      const work = works[lineId] ?? UNTOUCHED;
      const { [lang as Locale]: _, ...others } = work.translations ?? {};
      const translations = text === '' ? others : { ...others, [lang]: { text, of } };
      return put(works, lineId, { ...work, ...written, translations });
    }
    case 'LineRelated': {
      const { lineId, ...relations } = event.data;
      return put(works, lineId, { ...(works[lineId] ?? UNTOUCHED), ...written, relations });
    }
    case 'LineAdded': {
      const { lineId, ...added } = event.data;
      return put(works, lineId, { ...written, added });
    }
    case 'ActionReported': {
      const { lineId, status } = event.data;
      return put(works, lineId, { ...(works[lineId] ?? UNTOUCHED), status });
    }
    case 'LineJoined': {
      const { lineId, into } = event.data;
      const { joinedInto: _, ...apart } = works[lineId] ?? UNTOUCHED;
      return put(works, lineId, into === null ? apart : { ...apart, joinedInto: into });
    }
    case 'LineDropped': {
      const { lineId, dropped } = event.data;
      const { dropped: _, ...standing } = works[lineId] ?? UNTOUCHED;
      return put(works, lineId, dropped ? { ...standing, dropped } : standing);
    }
    case 'LinesOrdered': {
      const placed = event.data.lineIds.map((id, place): [LineId, LineWork] => [
        id,
        { ...(works[id] ?? UNTOUCHED), place },
      ]);
      return { ...works, ...Object.fromEntries(placed) };
    }
    default:
      return elseAs(event, works);
  }
}

function put(works: Works, lineId: LineId, { by, ...work }: Named): Works {
  return { ...works, [lineId]: by === undefined ? work : { ...work, by } };
}
