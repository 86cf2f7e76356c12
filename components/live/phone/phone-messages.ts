// Which texts travel to the phone in which part of its script.
import { messagesIn, messagesOfKinds } from '../../../i18n/messages';
import type { Locale } from '../../../server/engine/vocabulary';
import { type RefusalCode, TEMPORARY_REFUSALS } from '../../../server/protocol/wire';
import type { ScriptWords } from './bundle';

/** Refusals of the desk's own commands: a phone never meets them, so their sentences do not travel. */
const DESKS_ALONE: readonly RefusalCode[] = [
  'already_begun',
  'still_open',
  'no_options',
  'too_many_options',
  'results_hidden',
  'unknown_priority',
  'wrong_line',
  'too_many_lines',
  'mixed_places',
  'nothing_to_undo',
  'bad_timer',
  'settings_fixed',
  'bad_settings',
  'overtaken',
  'other_desk',
  'built_upon',
  'words_hidden',
  // What this script never sends: it says `malformed` instead.
  'duplicate_option',
  'unknown_criterion',
  'bad_answer',
  'bad_dots',
  'unknown_activity',
  'wrong_activity',
  'unknown_group',
  'not_yours',
  'forbidden',
  // Temporary: the outbox sends again and tells nobody.
  ...TEMPORARY_REFUSALS,
  // Of plain HTTP, or said in other words on a phone.
  'unauthorised',
  'too_large',
];

/** What is said before any step: where one joins, waits or has come to the end, and of the line. Anything else comes with a step. */
const AT_ONCE =
  /^(brand|language|join|anonymous|rehearsal|youRepresent|step|time(Left|Up)|lobby|refresh|soon|ended|readDraft|receipt|counted|offline|keepsNothing|newStep|results|closedTitle)/;

/** Refusals of the line itself. */
const OF_THE_LINE: readonly RefusalCode[] = ['malformed', 'unknown_session', 'protocol_unknown', 'no_cookies'];

/** The texts that travel to the phone, those of a kind of activity with its part of the script. */
export function phoneWords(locale: Locale): ScriptWords {
  const { Phone, Refusal } = messagesIn(locale);
  const kinds = Object.fromEntries(
    Object.entries(messagesOfKinds(locale)).map(([kind, messages]) => [kind, messages.Phone ?? {}]),
  );
  const ofKinds = new Set(Object.values(kinds).flatMap((words) => Object.keys(words)));
  // The pages where a code is typed and where the draft is read have no script.
  const said = Object.entries(Phone).filter(
    ([key]) => !ofKinds.has(key) && !/^(code|draft|mark_|open(Title|_))/.test(key),
  );
  const met = Object.entries(Refusal).filter(([code]) => !DESKS_ALONE.includes(code as RefusalCode));
  const isFirst = ([key]: readonly [string, string]) => AT_ONCE.test(key) || OF_THE_LINE.includes(key as RefusalCode);
  const only = (entries: readonly [string, string][], first: boolean) =>
    Object.fromEntries(entries.filter((entry) => isFirst(entry) === first));
  return {
    always: { Phone: only(said, true), Refusal: only(met, true) },
    shared: { Phone: only(said, false), Refusal: only(met, false) },
    kinds,
  };
}
