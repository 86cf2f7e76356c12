'use client';
// True once a line has been down for a while: short drops of a hall's Wi-Fi are nobody's business.
import { useEffect, useState } from 'react';
import type { ConnectionStatus } from './connection';

export function useAway(status: ConnectionStatus, afterMs: number): boolean {
  const [away, setAway] = useState(false);
  const down = status === 'offline' || status === 'connecting';
  useEffect(() => {
    if (!down) {
      setAway(false);
      return;
    }
    const timer = setTimeout(() => setAway(true), afterMs);
    return () => clearTimeout(timer);
  }, [down, afterMs]);
  return away;
}
