// Designs as they were written into logs and workshops by earlier versions, read as what they meant.

import type { VoteDesign } from './activities/vote/types';
import type { ActivityDesign, VoteSettings, WorkshopDesign } from './vocabulary';

/** Without settings: dots and their limits. `goalsPerTheme` was what the console proposed, beside what the rule selected. */
type OldVote = VoteDesign & { readonly goalsPerTheme?: number; readonly budget?: number; readonly cap?: number };

/** The design of a log: its outcomes were, and stay, selected over all options together. */
export function withVoteSettings(design: WorkshopDesign): WorkshopDesign {
  return changed(design, ({ goalsPerTheme: _, budget: __, cap: ___, ...vote }, settings) => ({ ...vote, settings }));
}

/** The design of a session to be made: goals per theme are places per theme. */
export function withPlacesPerTheme(design: WorkshopDesign): WorkshopDesign {
  return changed(design, ({ goalsPerTheme, budget: _, cap: __, ...vote }, settings) => ({
    ...vote,
    settings: goalsPerTheme === undefined ? settings : { ...settings, places: goalsPerTheme, per: 'theme' },
  }));
}

function changed(
  design: WorkshopDesign,
  upgrade: (vote: OldVote, settings: VoteSettings) => VoteDesign,
): WorkshopDesign {
  if (!design.agenda.some(isOld)) return design;
  return {
    ...design,
    agenda: design.agenda.map((activity) =>
      isOld(activity) ? upgrade(activity, settingsOf(activity, design)) : activity,
    ),
  };
}

function isOld(activity: ActivityDesign): activity is OldVote {
  return activity.kind === 'vote' && (!('settings' in activity) || 'goalsPerTheme' in activity);
}

function settingsOf(vote: OldVote, { themes }: WorkshopDesign): VoteSettings {
  if ('settings' in vote) return vote.settings;
  const { budget = 1, cap = 1, goalsPerTheme = 1 } = vote as Omit<OldVote, 'settings'>;
  return {
    method: { name: 'dots', budget, cap },
    rule: 'most_supported',
    places: Math.max(1, themes.length * goalsPerTheme),
    weights: 'person',
  };
}
