'use client';
// Seconds left until an absolute moment on the server's clock, so that every screen in the hall shows the same.
import { useEffect, useState } from 'react';

export function useSecondsLeft(endsAt: number | undefined, serverNow: () => number): number | undefined {
  const [now, setNow] = useState(() => serverNow());
  useEffect(() => {
    if (endsAt === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const present = serverNow();
      setNow(present);
      const left = endsAt - present;
      // Wakes just after the next whole second, so that the figure never lags or skips.
      timer = setTimeout(tick, left > 0 ? (left % 1000) + 5 : 1000);
    };
    tick();
    return () => clearTimeout(timer);
  }, [endsAt, serverNow]);
  return endsAt === undefined ? undefined : Math.max(0, Math.ceil((endsAt - now) / 1000));
}

/** 5:07, or 1:05:07 from an hour on. */
export function clockText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}
