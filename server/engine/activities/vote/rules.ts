// Vote: one whole ballot per person over the priorities that stood when the vote first opened, by whatever method its settings
// name. This file decides whether a ballot counts and when an outcome is declared.
import type { Ballot, Choice } from '../../commands';
import type { Event } from '../../events';
import { LARGEST_MESSAGE, TELLING_MS } from '../../limits';
import { PersistentMap } from '../../persistent-map';
import { voteOptions } from '../../priorities';
import { reject } from '../../rejection';
import { isSameJson } from '../../same-json';
import type { SessionState } from '../../state';
import { activityState, findActivity, withActivity } from '../../state';
import { words } from '../../told';
import type { Audience } from '../../views';
import type { ActivityId, VoteSettings } from '../../vocabulary';
import { countingOf } from '../../voting/methods/counting';
import { largestBallot } from '../../voting/methods/largest-ballot';
import { checkSettings, sameMethod, sameSettings } from '../../voting/methods/settings';
import { ballotWithout } from '../../voting/methods/struck';
import { publishVote, voteOnView } from '../../voting/publishing/published-vote';
import { declareOutcome } from '../../voting/selecting/outcome';
import type { ActivityRules, Decision } from '../rules';
import { voteFacts } from './facts';
import { practice } from './practice';
import { voteResults } from './results';
import { voteSchema } from './schema';
import { findVote, voteSettings, voteTables } from './settings';
import { isStanding, isWordless, shownVote } from './standing-options';
import { ballotTold, dotsTold, settingsTold } from './told';
import type { VoteDesign, VoteState, VoteView } from './types';

export const vote: ActivityRules<'vote'> = {
  practice,
  traits: { secret: true },
  schema: voteSchema,
  facts: voteFacts,
  countedOnPhones: true,
  keepsView: ({ vote: standing }) => standing !== undefined,
  isNothing({ options }, { vote: standing }) {
    return options?.every(({ id }) => standing?.struck?.includes(id) ?? false) ?? false;
  },
  /** Options taken anew start as nobody ever struck one: what was struck is struck again. */
  alongside({ options = [] }, { vote: standing }, activityId) {
    const struck = options.filter(({ id }) => standing?.struck?.includes(id));
    return struck.map(({ id: option }) => ({ type: 'OptionStruck', data: { activityId, option } }));
  },
  opened(state, design, { activityId, options }) {
    const standing = state.activities[activityId]?.vote;
    const round = (standing?.round ?? 0) + 1;
    if (options === undefined)
      return standing === undefined ? state : withActivity(state, activityId, { vote: { ...standing, round } });
    const counting = countingOf(
      voteSettings(state, design).method,
      options.map(({ id }) => id),
    );
    const anew = { options, ballots: PersistentMap.empty<Ballot>(), tally: counting.emptyTally(), round, goals: [] };
    return withActivity(state, activityId, { vote: anew });
  },
  closed: ({ vote: standing }, present) => (standing === undefined ? {} : { vote: { ...standing, present } }),
  revealed(state, design, { seq, at }) {
    const { vote: standing } = activityState(state, design.id);
    if (standing === undefined) return {};
    const publication = publishVote(standing.publication, seq, standing, voteTables(state, design, standing));
    // Figures of an earlier reveal may be held: each keeps its moment.
    const revealedAt = { ...standing.revealedAt, [seq]: at };
    return { vote: { ...standing, publication, revealedAt, toldFrom: at } };
  },
  unopened: ({ vote: _, ...rest }) => rest,
  published(_state, { vote: standing }) {
    const shown = standing?.publication?.moments.at(-1)?.standing;
    return shown && { people: shown.tally.ballotsByGroup, present: shown.present };
  },
  mine({ activities }, participantId) {
    const ballots: Record<ActivityId, readonly Choice[]> = {};
    const ballotsOf: Record<ActivityId, Exclude<Ballot, { readonly choices: readonly Choice[] }>> = {};
    for (const [activityId, { vote: standing }] of Object.entries(activities)) {
      const ballot = standing?.ballots.get(participantId);
      if (ballot !== undefined && 'choices' in ballot) ballots[activityId] = dotsTold(ballot);
      else if (ballot !== undefined) ballotsOf[activityId] = ballotTold(ballot);
    }
    return { ballots, ballotsOf };
  },
  freeze(state, design) {
    const { vote: standing } = activityState(state, design.id);
    if (isAnswered(standing)) return undefined;
    const options = voteOptions(state, design);
    const size = largestBallot(
      voteSettings(state, design).method,
      options.map(({ id }) => id),
    );
    if (size <= LARGEST_MESSAGE) return { options };
    return reject('too_many_options', { max: Math.floor((options.length * LARGEST_MESSAGE) / size) });
  },
  decide(state, design, participantId, command) {
    const { vote: standing } = activityState(state, design.id);
    if (standing === undefined) return reject('activity_closed');
    const before = standing.ballots.get(participantId);
    const withdrawn: Decision =
      before === undefined ? [] : [{ type: 'BallotWithdrawn', data: { participantId, activityId: design.id } }];
    if (command.type === 'ballot.withdraw') return withdrawn;
    if (command.type !== 'ballot.cast') return reject('wrong_activity');
    const counting = countingOf(
      voteSettings(state, design).method,
      standing.options.map(({ id }) => id),
    );
    const ballot = counting.check(command);
    if ('rejected' in ballot) return ballot;
    if (counting.isEmpty(ballot)) return withdrawn;
    // Sent before the strike, it still says what it says of the others.
    if (counting.isEmpty(ballotWithout(ballot, standing.struck ?? []))) return reject('option_struck');
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(ballot)) return [];
    return [{ type: 'BallotCast', data: { participantId, activityId: design.id, ...ballot } }];
  },
  declare: (state, design) => declaring(state, design, voteSettings(state, design)),
  view(state, design, activity, audience) {
    const { vote: standing, revealed, settingsChanged } = activity;
    const shown =
      revealed && standing
        ? voteOnView(standing.publication, state.design, voteTables(state, design, standing))
        : undefined;
    const read = standing === undefined ? undefined : shownVote(state, standing);
    const settings = voteSettings(state, design);
    const { method } = settings;
    return {
      kind: 'vote',
      horizonIds: design.horizonIds,
      method: method.name,
      ...(method.name === 'dots' ? { budget: method.budget, cap: method.cap } : {}),
      settings: settingsTold(settings),
      ...(settingsChanged === undefined ? {} : { settingsChanged }),
      options: (read?.options ?? []).map(({ id, themeId, horizonId, heading, ideaIds }) => ({
        ...{ id, themeId, horizonId, heading },
        ...(audience === 'facilitator' ? { ideaIds } : {}),
      })),
      ...(standing === undefined ? {} : struckView(state, standing, audience)),
      goals: read?.goals ?? [],
      ...(standing?.goalsReason === undefined ? {} : { goalsReason: words(standing.goalsReason) }),
      ...(standing === undefined || shown === undefined ? {} : voteResults(state, design, standing, shown, audience)),
      ...(standing === undefined || shown === undefined ? {} : toldAt(standing)),
    };
  },
};

/** Everybody sees that something is out, and where it stood; its words only whoever may bring it back. */
function struckView(state: SessionState, vote: VoteState, audience: Audience): Pick<VoteView, 'struck'> {
  const struck = vote.options
    .filter((option) => !isStanding(state, vote, option))
    .map((option) => {
      const { id, themeId, heading } = option;
      if (audience !== 'facilitator') return { id, themeId };
      return {
        id,
        themeId,
        heading: words(heading),
        ...(isWordless(state, option) ? { wordless: true as const } : {}),
      };
    });
  return struck.length === 0 ? {} : { struck };
}

/** Somebody has a ballot, or had one that was published: other options would be another vote. */
function isAnswered(vote: VoteState | undefined): boolean {
  const published = vote?.publication?.moments ?? [];
  return (vote?.ballots.size ?? 0) > 0 || published.some(({ standing }) => standing.ballots.size > 0);
}

/** When the wall has told the last place. Phones wait for it, so that the hall hears the result together. */
function toldAt({ outcome, toldFrom }: VoteState): { readonly toldAt?: number } {
  if (outcome === undefined || toldFrom === undefined) return {};
  return { toldAt: toldFrom + outcome.selected.length * TELLING_MS };
}

/** Other settings for a vote. The method is fixed once it has opened; the rest may change, for everybody to see. */
export function configureVote(
  state: SessionState,
  command: { readonly activityId: ActivityId; readonly settings: VoteSettings },
): Decision {
  const { activityId, settings } = command;
  const design = findVote(state, activityId);
  if (design === undefined)
    return reject(findActivity(state, activityId) === undefined ? 'unknown_activity' : 'wrong_activity');
  const refusal = checkSettings(settings);
  if (refusal !== undefined) return refusal;
  const standing = voteSettings(state, design);
  if (sameSettings(standing, settings)) return [];
  const { vote: opened, revealed } = activityState(state, activityId);
  if (opened !== undefined && !sameMethod(standing.method, settings.method)) return reject('settings_fixed');
  return [
    { type: 'VoteConfigured', data: { activityId, settings } },
    ...(revealed ? declaring(state, design, settings) : []),
  ];
}

/** The outcome as a fact, unless it is the one that stands. */
function declaring(state: SessionState, design: VoteDesign, settings: VoteSettings): readonly Event[] {
  const { vote: standing, revealed } = activityState(state, design.id);
  if (standing === undefined) return [];
  const tables = voteTables(state, design, standing);
  const { struck = [] } = standing;
  // The outcome is made of what this reveal will show, which may be less than what stands; of what is shown already once it is
  // revealed: an option that comes back, or another rule, is no reveal.
  const publication = revealed
    ? standing.publication
    : publishVote(standing.publication, state.seq + 1, standing, tables);
  const shown = voteOnView(publication, state.design, tables);
  if (shown === undefined) return [];
  const themes = new Map(standing.options.map(({ id, themeId }) => [id, themeId]));
  const outcome = declareOutcome({
    rules: state.rules,
    settings,
    options: tables.options.filter((id) => !struck.includes(id)),
    tally: shown.tally,
    ballots: [...shown.ballots.entries()].map(([id, ballot]) => ({
      group: tables.groupOf(id),
      ballot: ballotWithout(ballot, struck),
    })),
    groups: state.design.groups.map(({ id }) => id),
    smallestCell: state.design.smallestCell,
    present: shown.present ?? { joined: state.participants.size, joinedByGroup: state.joinedByGroup },
    round: shown.round,
    themeOf: (option) => themes.get(option),
    cellsOf: shown.cellsOf,
  });
  if (standing.outcome !== undefined && isSameJson(standing.outcome, outcome)) return [];
  return [{ type: 'OutcomeDeclared', data: { activityId: design.id, ...outcome } }];
}
