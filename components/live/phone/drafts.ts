// What is typed or chosen and not sent yet: kept by this browser, so that neither a reload nor a locked phone loses it.
import type { TextStorage } from '../outbox-storage';
import type { Drafts } from './parts/page';

export type KeptDrafts = {
  all(): Drafts;
  /** In place of everything. */
  keep(next: Drafts): void;
  clear(matches: (key: string) => boolean): void;
};

/** `served`: what came within the page is here to stay as well. */
export function createDrafts(storage: TextStorage, code: string, served: Drafts): KeptDrafts {
  const place = `eles:drafts:${code}`;
  function read(): Drafts {
    try {
      return JSON.parse(storage.get(place) ?? '{}') as Drafts;
    } catch {
      return {};
    }
  }
  let drafts: Drafts = { ...read(), ...served };
  function keep(next: Drafts): void {
    drafts = next;
    storage.set(place, JSON.stringify(drafts));
  }
  keep(drafts);
  return {
    all: () => drafts,
    keep,
    clear: (matches) => keep(Object.fromEntries(Object.entries(drafts).filter(([key]) => !matches(key)))),
  };
}
