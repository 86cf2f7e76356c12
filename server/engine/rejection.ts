// Refusals of the rules, as values. Codes are part of the wire contract: messages/ has a sentence for each.

export const REJECTION_CODES = [
  /** The sender's role may not send this command. */
  'forbidden',
  /** The session has not begun, so there is nothing to take part in. */
  'session_not_started',
  'session_ended',
  /** Somebody has come or it has started: too late to declare it a rehearsal. */
  'already_begun',
  /** Chose no stakeholder group yet. */
  'not_joined',
  'unknown_group',
  /** Speaks as another group already; the group is fixed when joining, ballots are split by it. */
  'group_fixed',
  'unknown_activity',
  /** Somebody else was faster: what the sender saw when wishing this has changed. */
  'overtaken',
  /** The command does not fit this kind of activity. */
  'wrong_activity',
  /** Waiting or closed: nothing is taken now. */
  'activity_closed',
  /** Results of an open vote or endorsement would steer those still deciding. */
  'still_open',
  /** There is nothing yet that people could vote on or judge. */
  'no_options',
  /** More priorities (`{ max }` would do) than fit into one ballot of this method. */
  'too_many_options',
  /** Needs revealed results first. */
  'results_hidden',
  'empty_text',
  'text_too_long',
  'too_many_ideas',
  'too_many_actions',
  'unknown_idea',
  'unknown_theme',
  'unknown_horizon',
  'unknown_priority',
  'unknown_action',
  'unknown_goal',
  'unknown_line',
  /** Somebody else changed the line in the meantime. */
  'line_changed',
  /** Of another kind, theme or language than this can be done with. */
  'wrong_line',
  'too_many_lines',
  /** Belongs to somebody else. */
  'not_yours',
  /** Nobody supports what they wrote themselves. */
  'own_idea',
  /** Others support the idea in these words and in this place, so its author cannot change them. */
  'supported',
  /** The id is in use for something else. */
  'id_taken',
  /** Ideas of different themes or horizons cannot become one priority. */
  'mixed_places',
  'unknown_option',
  /** Names nothing but what has been taken out of the vote. */
  'option_struck',
  /** All that is behind the option is hidden: first bring words back. */
  'words_hidden',
  'duplicate_option',
  'no_dots_left',
  'over_cap',
  'bad_dots',
  /** More options than one person may name: `{ max }`. */
  'too_many_choices',
  'unknown_criterion',
  /** Not a point of the scale (`{ max }`), or not one of the answers. */
  'bad_answer',
  /** A ballot of another method than this vote's. */
  'wrong_ballot',
  /** The method of a vote is fixed once it has opened. */
  'settings_fixed',
  /** A rule that does not fit the method, or a limit that makes no sense. */
  'bad_settings',
  /** Taken back already, too long ago, or never done. */
  'nothing_to_undo',
  /** Another desk did it. */
  'other_desk',
  /** Something done since changes the same things, or rests on them. */
  'built_upon',
  'bad_timer',
] as const;

export type RejectionCode = (typeof REJECTION_CODES)[number];

/** `params` fill the placeholders of the code's sentence, e.g. `{ left: 2 }`. */
export type Rejection = {
  readonly rejected: RejectionCode;
  readonly params?: Readonly<Record<string, string | number>>;
};

export function reject(code: RejectionCode, params?: Readonly<Record<string, string | number>>): Rejection {
  return params === undefined ? { rejected: code } : { rejected: code, params };
}
