// Designs as they were written into logs before votes had settings, read as what they meant.
import type { ActivityDesign, VoteDesign, WorkshopDesign } from './vocabulary';

type OldVote = Omit<VoteDesign, 'settings'> & { readonly budget: number; readonly cap: number };

export function withVoteSettings(design: WorkshopDesign): WorkshopDesign {
  if (!design.agenda.some(isOld)) return design;
  return {
    ...design,
    agenda: design.agenda.map((activity) => (isOld(activity) ? upgraded(activity, design) : activity)),
  };
}

function isOld(activity: ActivityDesign): boolean {
  return activity.kind === 'vote' && !('settings' in activity);
}

function upgraded(activity: ActivityDesign, { themes }: WorkshopDesign): VoteDesign {
  const { budget, cap, ...vote } = activity as unknown as OldVote;
  return {
    ...vote,
    settings: {
      method: { name: 'dots', budget, cap },
      rule: 'most_supported',
      places: Math.max(1, themes.length * vote.goalsPerTheme),
      weights: 'person',
    },
  };
}
