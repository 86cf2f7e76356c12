// A button that has just come to mean something else waits for a moment: the second press of two was meant for what it was.
import { useEffect, useRef, useState } from 'react';

/** Longer than a double press, shorter than a thought. */
const SETTLING_MS = 900;

/** True for a moment after `meaning` has changed; never at first. */
export function useSettling(meaning: string): boolean {
  const [settled, setSettled] = useState(meaning);
  const latest = useRef(meaning);
  latest.current = meaning;
  useEffect(() => {
    if (settled === meaning) return;
    const timer = setTimeout(() => setSettled(latest.current), SETTLING_MS);
    return () => clearTimeout(timer);
  }, [meaning, settled]);
  return settled !== meaning;
}
