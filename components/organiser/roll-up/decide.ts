// How parts of the roll-up's page say what the organiser decides.
import type { RollUpWish } from '../../../server/engine/roll-up/decide-roll-up';

/** True when it was taken. */
export type Decide = (wish: RollUpWish) => Promise<boolean>;
