// A moment by the clock of the workshop, as its reader writes it. The months are among the texts, of one language alone; of
// Intl come only figures (i18n/dates.ts says why).
import type { Words } from './words';

export function momentOn({ say }: Words, timeZone: string, at: number): string {
  // "28/11/2026, 09:03"
  const [day = '', month = '', year = '', hour = '', minute = ''] = figures(at, timeZone).split(/\D+/);
  return say('moment', { day: +day, month: say('months').split(' ')[+month - 1] ?? '', year, hour, minute });
}

const NUMERIC = 'numeric';

/** A browser older than the zone's name goes by UTC. */
function figures(at: number, timeZone: string): string {
  const parts = { day: NUMERIC, month: NUMERIC, year: NUMERIC, hour: NUMERIC, minute: NUMERIC, timeZone } as const;
  try {
    return Intl.DateTimeFormat('en-GB', parts).format(at);
  } catch {
    return figures(at, 'UTC');
  }
}
