// Whose clock a workshop goes by: that of the place it is held in, on every screen and paper, wherever server and reader are.
import type { WorkshopDesign } from './vocabulary';

/** Of designs that name none. */
export const DEFAULT_TIME_ZONE = 'Asia/Bishkek';

/** A name of the IANA list. */
export function timeZoneOf({ timeZone = DEFAULT_TIME_ZONE }: Pick<WorkshopDesign, 'timeZone'>): string {
  return timeZone;
}
