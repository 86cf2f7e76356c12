// Sizes the rules hold everyone to. Lengths are in code points after cleaning.

/** Peers allow 255–500 characters; a priority that needs more is two priorities. */
export const IDEA_MAX_LENGTH = 280;
export const HEADING_MAX_LENGTH = 280;
export const ACTION_FIELD_MAX_LENGTH = 200;
/** A line of the vision may join several ideas in one sentence. */
export const LINE_MAX_LENGTH = 600;
/** Lines of the desk's own, and names or lines that one line points to: far above any document people read. */
export const MAX_OWN_LINES = 200;
export const MAX_RELATIONS = 10;
/** Why people chose other goals than the vote. */
export const REASON_MAX_LENGTH = 400;
/** Of acts of moderation, and of all other acts. Enough to take back a long wrong turn, small enough for every snapshot. */
export const UNDO_DEPTH = 50;
/** How long each place of an outcome has the wall for itself: long enough to read its heading aloud. */
export const TELLING_MS = 5_000;
export const TIMER_MAX_SECONDS = 4 * 3600;
/** Of dots, marks, ranks and places: far above what a person can handle, low enough for every view. */
export const VOTE_MAX_LIMIT = 200;
/** Bytes of one packet or form: the ballot of every vote that opens fits. A vote whose ballot would not does not open. */
export const LARGEST_MESSAGE = 64 * 1024;
/** Of a facilitator's name, in code points. */
export const NAME_MAX_LENGTH = 60;
/** Of a roll-up's title and of its districts' names. */
export const PLACE_MAX_LENGTH = 80;
