// What somebody at this desk has chosen or half done, kept in the tab: it survives another tab, another step and a reload.
import { useCallback, useState } from 'react';
import type { FacilitatorCommand } from '../../server/engine/commands';
import { useRoom } from '../live/provider';
import { useCommander } from './commander';

/** Like useState, under a name that is one in the session. */
export function useKept<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const code = useRoom<'facilitator'>().view?.session.code ?? '';
  const key = `eles-kept ${code} ${name}`;
  const [held, setHeld] = useState(() => ({ key, value: read(key, initial) }));
  // The same component for another thing: what was kept of that one.
  const value = held.key === key ? held.value : read(key, initial);
  const keep = useCallback(
    (next: Value) => {
      setHeld({ key, value: next });
      write(key, next);
    },
    [key],
  );
  return [value, keep];
}

function read<Value>(key: string, initial: Value): Value {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? initial : (JSON.parse(text) as Value);
  } catch {
    return initial;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: it is then held as long as it is on the page.
  }
}

type Look = {
  readonly rev: number;
  readonly thing: string;
  /** It was refused since another desk was faster: that stays said until it is saved or let go. */
  readonly told?: true;
};
type Seen = {
  /** The thing is no longer what it was when the work began. */
  readonly isOld: boolean;
  /** Sends what was made of the thing as it was seen. Refused, the next press means what is there now. */
  press(commands: readonly FacilitatorCommand[], done?: string): Promise<boolean>;
};

/** For a dialog: what it was opened on. `thing` is whatever the wish is made of. */
export function useSeen(thing: unknown): Seen {
  const { rev } = useRoom<'facilitator'>();
  const { run } = useCommander();
  const now: Look = { rev, thing: JSON.stringify(thing) ?? '' };
  const [looked, setLooked] = useState(now);
  return {
    isOld: looked.thing !== now.thing,
    async press(commands, done) {
      const counted = await run(commands, done, looked.rev);
      if (!counted) setLooked(now);
      return counted;
    },
  };
}

/** For a form that stays on the page: what was changed in it, and of what; kept until it is saved or let go. */
export function useKeptForm<Value>(name: string, thing: unknown) {
  const { rev } = useRoom<'facilitator'>();
  const { run } = useCommander();
  const now: Look = { rev, thing: JSON.stringify(thing) ?? '' };
  const [kept, keep] = useKept<(Look & { readonly value: Value }) | undefined>(name, undefined);
  const isOld = kept !== undefined && (kept.told === true || kept.thing !== now.thing);
  return {
    changed: kept?.value,
    isOld,
    change: (value: Value) => keep({ ...(kept ?? now), value }),
    letGo: () => keep(undefined),
    async press(commands: readonly FacilitatorCommand[], done?: string): Promise<boolean> {
      const counted = await run(commands, done, kept?.rev);
      if (counted) keep(undefined);
      else if (kept !== undefined) keep({ ...now, value: kept.value, ...(isOld ? { told: true } : {}) });
      return counted;
    },
  };
}
