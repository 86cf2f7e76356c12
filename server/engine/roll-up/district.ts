// One session as a roll-up sees it: what its people could vote on, how the votes fell, what became a goal. Holds only what
// the session itself has published.
import { revealedVote } from '../activities/vote/results';
import { shownVote } from '../activities/vote/standing-options';
import { composeDraft } from '../draft/compose';
import type { SessionState } from '../state';
import { timeZoneOf } from '../time-zone';
import { named } from '../told';
import type { GroupId, LocalText, OwnText, PriorityId, StakeholderGroup, Theme, ThemeId } from '../vocabulary';
import { optionFigures } from '../voting/telling/option-figures';
import { type ReadsSince, readsSince } from './reads-since';
import { type VotesBehind, votesBehind } from './votes-behind';

export type DistrictPriority = {
  readonly id: PriorityId;
  readonly themeId: ThemeId;
  readonly heading: OwnText;
  readonly isGoal: boolean;
  /** Goals that read otherwise today than the room judged them or voted on them. */
  readonly reads?: ReadsSince;
  /** Missing where they are of too few people to be shown. */
  readonly votes?: VotesBehind;
};
/**
 * What is known of a log: `own` was run on this server and is signed by its key; what came in is `signed` as a whole by the key it
 * names, `partly` up to so many facts, or `unsigned`: nothing in it contradicts itself.
 */
export type DistrictSeal =
  | { readonly kind: 'own' | 'signed'; readonly key: string }
  | { readonly kind: 'partly'; readonly key: string; readonly facts: number }
  | { readonly kind: 'unsigned' };

export type District = {
  /** Join code of the session. */
  readonly code: string;
  readonly closingHash: string;
  readonly seal: DistrictSeal;
  readonly title: LocalText;
  readonly timeZone: string;
  readonly rehearsal: boolean;
  readonly ended: boolean;
  readonly joined: number;
  readonly ballots: number;
  readonly groups: readonly StakeholderGroup[];
  readonly themes: readonly Theme[];
  /** Of revealed votes, in the order of their ballots. */
  readonly priorities: readonly DistrictPriority[];
  /** Headings that stood on its ballots and were hidden or struck since: only to know them again, shown to nobody. */
  readonly gone: readonly string[];
  /** All votes of the district, and those of each group whose votes are published for every priority. */
  readonly votes: { readonly all: number; readonly byGroup: Readonly<Record<GroupId, number>> };
};

/** `closingHash` of its log, for whoever checks where the figures come from. */
export function districtOf(
  state: SessionState,
  closingHash: string,
  seal: DistrictSeal = { kind: 'unsigned' },
): District {
  const { design } = state;
  const { lines } = composeDraft(state);
  const votes = design.agenda.flatMap((activity) => {
    const revealed = revealedVote(state, activity);
    if (revealed === undefined) return [];
    const { vote, shown, results, settings } = revealed;
    const { ballots } = shown.tally;
    const priorities = vote.options.map(({ id, themeId, heading }): DistrictPriority => {
      const figures = optionFigures(id, results, results.outcome?.order);
      const votes = votesBehind(figures, settings.method, { ballots, smallestCell: design.smallestCell });
      const isGoal = vote.goals.includes(id);
      const reads = isGoal ? readsSince(lines[`goal:${id}`]) : undefined;
      return {
        id,
        themeId,
        heading,
        isGoal,
        ...(votes === undefined ? {} : { votes }),
        ...(reads === undefined ? {} : { reads }),
      };
    });
    return [{ priorities, ballots }];
  });
  const priorities = votes.flatMap((vote) => vote.priorities);
  return {
    code: state.code,
    closingHash,
    seal,
    title: design.title,
    timeZone: timeZoneOf(design),
    rehearsal: state.rehearsal,
    ended: state.phase === 'ended',
    joined: state.participants.size,
    ballots: votes.reduce((sum, { ballots }) => sum + ballots, 0),
    groups: named(design.groups),
    themes: named(design.themes),
    priorities,
    gone: goneHeadings(state),
    votes: { all: sumOf(priorities, ({ all }) => all), byGroup: wholeGroups(design.groups, priorities) },
  };
}

function goneHeadings(state: SessionState): readonly string[] {
  const votes = Object.values(state.activities).flatMap(({ vote }) => vote ?? []);
  const shown = new Set(votes.flatMap((vote) => shownVote(state, vote).options.map(({ heading }) => heading.text)));
  const all = votes.flatMap(({ options }) => options.map(({ heading }) => heading.text));
  return all.filter((text) => !shown.has(text));
}

/** A share of a group's votes needs all of them: one that is withheld anywhere is left out. */
function wholeGroups(
  groups: readonly StakeholderGroup[],
  priorities: readonly DistrictPriority[],
): Readonly<Record<GroupId, number>> {
  const whole = groups.filter(
    ({ id }) => priorities.length > 0 && priorities.every(({ votes }) => votes?.byGroup[id] !== undefined),
  );
  return Object.fromEntries(whole.map(({ id }) => [id, sumOf(priorities, ({ byGroup }) => byGroup[id] ?? 0)]));
}

function sumOf(priorities: readonly DistrictPriority[], of: (votes: VotesBehind) => number): number {
  return priorities.reduce((sum, { votes }) => sum + (votes === undefined ? 0 : of(votes)), 0);
}
