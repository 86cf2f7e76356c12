// The draft as an archive ends with it: every line's wording in reading order. What it is made of stands in the log above it.
import type { SessionState } from '../state';
import type { LineId, OwnText } from '../vocabulary';
import { composeDraft } from './compose';

export type ArchivedLine = { readonly id: LineId } & OwnText;

export function archivedDraft(state: SessionState): readonly ArchivedLine[] {
  return Object.values(composeDraft(state).lines)
    .sort((a, b) => a.order - b.order)
    .map(({ id, text: { text, lang } }) => ({ id, text, lang }));
}
