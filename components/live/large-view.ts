// A view, or a change of one, too large for the socket: it would stand before the pings and block them.
import { applyPatch, type JsonObject } from '../../server/engine/patch';
import type { Audience } from '../../server/engine/views';
import type { PatchMessage, Snapshot } from '../../server/protocol/wire';

type Answer = PatchMessage | Pick<Snapshot, 'rev' | 'view'>;
type Here = { readonly rev: number; readonly view?: unknown };

export type LargeView = {
  readonly rev: number;
  readonly view: JsonObject;
  /** Not made from a view that was here, which may be slim. */
  readonly whole: boolean;
};

/** Undefined: nothing newer, or a change of another view than the one that is here by now. Throws where nothing comes. */
export async function fetchLargeView(
  from: { readonly url: string; readonly code: string; readonly role: Audience; readonly since: number },
  here: () => Here,
): Promise<LargeView | undefined> {
  const path = `/api/sessions/${encodeURIComponent(from.code)}/view?role=${from.role}&since=${from.since}`;
  const response = await fetch(from.url + path);
  if (response.status !== 200) return undefined;
  const answer = (await response.json()) as Answer;
  const { rev, view } = here();
  if (answer.rev < rev) return undefined;
  if ('view' in answer) return { rev: answer.rev, view: answer.view as unknown as JsonObject, whole: true };
  if (answer.base !== rev || view === undefined) return undefined;
  return { rev: answer.rev, view: applyPatch(view as JsonObject, answer.patch), whole: false };
}
