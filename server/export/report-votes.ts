// The votes of an export: what a revealed vote showed the room, option by option, and what it decided.

import { revealedVote } from '../engine/activities/vote/results';
import type { VoteView } from '../engine/activities/vote/types';
import type { Recorded, SessionState } from '../engine/state';
import { activityState } from '../engine/state';
import { recorded, words } from '../engine/told';
import type { ActivityDesign, LocalText, OwnText, PriorityId, ThemeId, VoteSettings } from '../engine/vocabulary';
import type { OutcomeFlags, OutcomeView, ReasonView } from '../engine/voting/selecting/outcome-view';
import { departureOf } from '../engine/voting/telling/departure';
import { type EmptyPlaces, emptyPlacesOf } from '../engine/voting/telling/empty-places';
import { type FateSource, fateOf, type NotChosen } from '../engine/voting/telling/fate';
import type { OptionFigures } from '../engine/voting/telling/figures';
import { optionFigures } from '../engine/voting/telling/option-figures';

export type ReportOption = OptionFigures & {
  readonly heading: OwnText;
  readonly theme: LocalText;
  readonly isGoal: boolean;
  /** Equals share one; missing where nobody judged it. */
  readonly rank?: number;
  /** Only where groups count the same: the rank if people did, while `rank` is of what decides. */
  readonly rankByPerson?: number;
  /** Dots and approval where groups count the same: the votes that decide, exact; null where a group is withheld. */
  readonly weightedVotes?: string | null;
  /** Place among the selected, of its theme where places are per theme, from 1; missing where it was not selected. */
  readonly place?: number;
  /** Why it was not selected; missing where it was. */
  readonly notChosen?: NotChosen;
  /** Places in either selection, with their reason. Dots and approval only. */
  readonly mostSupported?: ReportReason;
  readonly fairShare?: ReportReason;
  /** What either weighting would select. Only where groups count the same. */
  readonly selectedByPerson?: boolean;
  /** Equal with others at the last place. */
  readonly tiedAtCut: boolean;
};
export type ReportReason = Pick<ReasonView, 'place' | 'phase' | 'price' | 'people' | 'groups'>;

export type ReportVote = {
  readonly title: LocalText;
  readonly settings: VoteSettings;
  /** Rule, places or weights were changed after it had first opened. */
  readonly settingsChanged: boolean;
  /** When they were changed last, and by whom. */
  readonly settingsRecorded?: Recorded;
  readonly ballots: number;
  readonly joined: number;
  /** Places left empty, of all themes together; and why, theme by theme where places are per theme. */
  readonly emptyPlaces?: number;
  readonly whyEmpty: readonly (Omit<EmptyPlaces, 'theme'> & { readonly theme?: LocalText })[];
  readonly flags?: OutcomeFlags;
  /** Where people chose other goals than the vote selected, by their headings. */
  readonly departure?: {
    readonly added: readonly OwnText[];
    readonly leftOut: readonly OwnText[];
    readonly reason?: OwnText;
    readonly recorded?: Recorded;
  };
  /** First by Borda's points while Schulze's pairs put others first. */
  readonly bordaBeaten: readonly OwnText[];
  /** In the order of what decided: what was selected by its places, then by rank; what nobody judged comes last. */
  readonly options: readonly ReportOption[];
};

/** After every place there can be. */
const LAST = Number.MAX_SAFE_INTEGER;
const EMPTY: LocalText = { ky: '', ru: '', en: '' };

export function listVotes(state: SessionState): readonly ReportVote[] {
  return state.design.agenda.flatMap((design) => reportVote(state, design));
}

function reportVote(state: SessionState, design: ActivityDesign): readonly ReportVote[] {
  const revealed = revealedVote(state, design);
  if (revealed === undefined) return [];
  const { vote: standing, shown, results, settings } = revealed;
  const { outcome } = results;
  const onView = { ...results, options: standing.options, settings };
  const themeNamed = (id: ThemeId | undefined) => state.design.themes.find((theme) => theme.id === id)?.name ?? EMPTY;
  const options = standing.options.map(
    ({ id, heading, themeId }): ReportOption => ({
      heading,
      theme: themeNamed(themeId),
      isGoal: standing.goals.includes(id),
      ...fateOfOption(id, onView),
      ...reasonsOf(id, outcome),
      ...optionFigures(id, results, outcome?.order),
      ...besideWeights(id, results),
    }),
  );
  const headings = (ids: readonly PriorityId[] = []): readonly OwnText[] =>
    standing.options.filter(({ id }) => ids.includes(id)).map(({ heading }) => heading);
  const { goals, goalsReason } = standing;
  const departure = departureOf({
    goals,
    ...(goalsReason === undefined ? {} : { goalsReason: words(goalsReason) }),
    ...(outcome === undefined ? {} : { outcome }),
  });
  const { settingsChanged, settingsRecorded } = activityState(state, design.id);
  const { goalsRecorded } = standing;
  const vote: ReportVote = {
    title: design.title,
    settings,
    settingsChanged: settingsChanged === true,
    ...(settingsRecorded === undefined ? {} : { settingsRecorded: recorded(settingsRecorded) }),
    ballots: shown.tally.ballots,
    joined: outcome?.joined ?? shown.present?.joined ?? state.participants.size,
    ...(outcome?.emptyPlaces === undefined ? {} : { emptyPlaces: outcome.emptyPlaces }),
    whyEmpty: emptyPlacesOf(onView).map(({ theme, count, why }) => ({
      ...{ count, why },
      ...(theme === undefined ? {} : { theme: themeNamed(theme) }),
    })),
    ...(outcome === undefined ? {} : { flags: outcome.flags }),
    ...(departure === undefined
      ? {}
      : {
          departure: {
            added: headings(departure.added),
            leftOut: headings(departure.leftOut),
            ...(departure.reason === undefined ? {} : { reason: departure.reason }),
            ...(goalsRecorded === undefined ? {} : { recorded: recorded(goalsRecorded) }),
          },
        }),
    bordaBeaten: headings(outcome?.flags.bordaBeaten),
    options: options.sort((a, b) => (a.place ?? LAST) - (b.place ?? LAST) || (a.rank ?? LAST) - (b.rank ?? LAST)),
  };
  return [vote];
}

function besideWeights(
  id: PriorityId,
  { rankByPerson, weightedVotes }: Pick<VoteView, 'rankByPerson' | 'weightedVotes'>,
): Pick<ReportOption, 'rankByPerson' | 'weightedVotes'> {
  const rank = rankByPerson?.[id];
  return {
    ...(rank === undefined ? {} : { rankByPerson: rank }),
    ...(weightedVotes === undefined ? {} : { weightedVotes: weightedVotes[id] ?? null }),
  };
}

function fateOfOption(id: PriorityId, onView: FateSource): Pick<ReportOption, 'place' | 'notChosen'> {
  const fate = fateOf(id, onView);
  if (fate === undefined) return {};
  return fate.chosen ? { place: fate.place } : { notChosen: fate.why };
}

function reasonsOf(
  id: PriorityId,
  outcome: OutcomeView | undefined,
): Pick<ReportOption, 'tiedAtCut' | 'mostSupported' | 'fairShare' | 'selectedByPerson'> {
  if (outcome === undefined) return { tiedAtCut: false };
  const { tiedAtCut, bySelection, byWeights } = outcome;
  const reasonIn = (reasons: readonly ReasonView[] = []): ReportReason | undefined => {
    const found = reasons.find(({ option }) => option === id);
    if (found === undefined) return undefined;
    const { place, phase, people, groups, price } = found;
    return { place, phase, people, groups, ...(price === undefined ? {} : { price }) };
  };
  const mostSupported = reasonIn(bySelection.mostSupported?.reasons);
  const fairShare = reasonIn(bySelection.fairShare?.reasons);
  return {
    tiedAtCut: tiedAtCut.includes(id),
    ...(mostSupported === undefined ? {} : { mostSupported }),
    ...(fairShare === undefined ? {} : { fairShare }),
    ...(byWeights === undefined ? {} : { selectedByPerson: byWeights.person.selected.includes(id) }),
  };
}
