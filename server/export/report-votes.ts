// The votes of an export: what a revealed vote showed the room, option by option, and what it decided.
import { revealedVote } from '../engine/activities/vote-results';
import type { SessionState } from '../engine/state';
import { activityState } from '../engine/state';
import type { OptionFigures, OutcomeFlags, OutcomeView, ReasonView } from '../engine/views';
import type { ActivityDesign, LocalText, OwnText, PriorityId, VoteSettings } from '../engine/vocabulary';
import { optionFigures } from '../engine/voting/option-figures';

export type ReportOption = OptionFigures & {
  readonly heading: OwnText;
  readonly theme: LocalText;
  readonly isGoal: boolean;
  readonly rank: number;
  /** Place among the selected, from 1; missing where it was not selected. */
  readonly place?: number;
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
  readonly ballots: number;
  readonly joined: number;
  readonly flags?: OutcomeFlags;
  /** In order of rank. */
  readonly options: readonly ReportOption[];
};

const EMPTY: LocalText = { ky: '', ru: '', en: '' };

export function listVotes(state: SessionState): readonly ReportVote[] {
  return state.design.agenda.flatMap((design) => reportVote(state, design));
}

function reportVote(state: SessionState, design: ActivityDesign): readonly ReportVote[] {
  const revealed = revealedVote(state, design);
  if (revealed === undefined) return [];
  const { vote: standing, shown, results, settings } = revealed;
  const { outcome } = results;
  const options = standing.options.map(
    ({ id, heading, themeId }): ReportOption => ({
      heading,
      theme: state.design.themes.find((theme) => theme.id === themeId)?.name ?? EMPTY,
      isGoal: standing.goals.includes(id),
      ...placesOf(id, outcome),
      ...optionFigures(id, results, outcome?.order),
    }),
  );
  const vote: ReportVote = {
    title: design.title,
    settings,
    settingsChanged: activityState(state, design.id).settingsChanged === true,
    ballots: shown.tally.ballots,
    joined: outcome?.joined ?? shown.present?.joined ?? state.participants.size,
    ...(outcome === undefined ? {} : { flags: outcome.flags }),
    options: options.sort((a, b) => a.rank - b.rank),
  };
  return [vote];
}

function placesOf(
  id: PriorityId,
  outcome: OutcomeView | undefined,
): Omit<ReportOption, 'heading' | 'theme' | 'isGoal' | 'rank'> {
  if (outcome === undefined) return { tiedAtCut: false };
  const { selected, tiedAtCut, bySelection, byWeights } = outcome;
  const place = selected.indexOf(id) + 1;
  const reasonIn = (reasons: readonly ReasonView[] = []): ReportReason | undefined => {
    const found = reasons.find(({ option }) => option === id);
    if (found === undefined) return undefined;
    const { option: _, tiedWith: __, ...reason } = found;
    return reason;
  };
  const mostSupported = reasonIn(bySelection.mostSupported?.reasons);
  const fairShare = reasonIn(bySelection.fairShare?.reasons);
  return {
    tiedAtCut: tiedAtCut.includes(id),
    ...(place === 0 ? {} : { place }),
    ...(mostSupported === undefined ? {} : { mostSupported }),
    ...(fairShare === undefined ? {} : { fairShare }),
    ...(byWeights === undefined ? {} : { selectedByPerson: byWeights.person.selected.includes(id) }),
  };
}
