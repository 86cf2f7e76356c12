// Where unsent things wait: localStorage, shared by tabs and kept over reloads, or memory when the browser refuses.

export type TextStorage = {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
  /** False where the browser refused: what is written lives as long as the page. */
  keeps(): boolean;
};

export function createMemoryStorage(): TextStorage {
  const texts = new Map<string, string>();
  return {
    get: (key) => texts.get(key),
    set: (key, value) => void texts.set(key, value),
    remove: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
    keeps: () => false,
  };
}

/** Private windows, full disks and blocked storage must not lose what is on the screen: such writes stay in memory. */
export function createBrowserStorage(): TextStorage {
  const memory = createMemoryStorage();
  let refused = false;
  function disk(): Storage | undefined {
    try {
      return window.localStorage;
    } catch {
      return undefined;
    }
  }
  return {
    get(key) {
      return memory.get(key) ?? disk()?.getItem(key) ?? undefined;
    },
    set(key, value) {
      try {
        const storage = disk();
        refused = storage === undefined;
        if (storage === undefined) memory.set(key, value);
        else {
          storage.setItem(key, value);
          memory.remove(key);
        }
      } catch {
        refused = true;
        memory.set(key, value);
      }
    },
    keeps: () => !refused,
    remove(key) {
      memory.remove(key);
      disk()?.removeItem(key);
    },
    keys() {
      const storage = disk();
      const kept: string[] = [];
      for (let i = 0; i < (storage?.length ?? 0); i += 1) kept.push(storage?.key(i) as string);
      return [...new Set([...kept, ...memory.keys()])];
    },
  };
}
