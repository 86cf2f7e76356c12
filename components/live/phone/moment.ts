// A moment by the clock of the workshop, as its reader writes it. The months are among the texts, of one language alone; of
// Intl come only figures (i18n/dates.ts says why).
import type { Words } from './words';

export function momentOn({ say }: Words, timeZone: string, at: number): string {
  // "28/11/2026, 09:03:00"
  const [day = '', month = '', year = '', hour = '', minute = ''] = figures(new Date(at), timeZone).split(/\D+/);
  return say('moment', { day: +day, month: say('months').split(' ')[+month - 1] ?? '', year, hour, minute });
}

/** A browser older than the zone's name goes by UTC. */
function figures(date: Date, timeZone: string): string {
  try {
    return date.toLocaleString('en-GB', { timeZone });
  } catch {
    return figures(date, 'UTC');
  }
}
