// A state as text and back, for snapshots. A snapshot is only a shortcut: one made by another engine is ignored
// and the log is folded again, so nothing here has to be kept compatible.
import { PersistentMap } from './persistent-map';
import type { SessionState } from './state';

/** Raise it whenever the shape of the state or the meaning of a fact changes. */
export const STATE_VERSION = 11;

const MAP_TAG = '#map';

export function encodeState(state: SessionState): string {
  return JSON.stringify({ version: STATE_VERSION, state }, (_key, value: unknown) =>
    value instanceof PersistentMap ? { [MAP_TAG]: [...value.entries()] } : value,
  );
}

/** Undefined when the text was made by another version of the engine. */
export function decodeState(text: string): SessionState | undefined {
  const decoded = JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, MAP_TAG)) return value;
    return PersistentMap.from((value as { [MAP_TAG]: [string, unknown][] })[MAP_TAG]);
  }) as { version: number; state: SessionState };
  return decoded.version === STATE_VERSION ? decoded.state : undefined;
}
