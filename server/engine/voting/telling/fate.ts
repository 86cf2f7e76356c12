// Chosen or not, and why, for every option of a revealed vote: said alike on every screen and paper.
import type { VoteView } from '../../activities/vote/types';
import type { PriorityId, VoteSettings } from '../../vocabulary';
import { type Field, fieldsOf, placeIn } from '../selecting/fields';
import { firstCriterion, type Support, supportOfPoints } from '../selecting/support';

/** Why an option is not chosen. */
export const NOT_CHOSEN = ['nobody_voted', 'not_judged', 'few_answers', 'no_support', 'tied', 'no_place'] as const;
export type NotChosen = (typeof NOT_CHOSEN)[number];

/** `place`: in its theme where places are per theme, from 1. */
export type Fate =
  | { readonly chosen: true; readonly place: number }
  | { readonly chosen: false; readonly why: NotChosen };

/** What fates are read from: a revealed vote on view. */
export type FateSource = Pick<
  VoteView,
  'options' | 'settings' | 'results' | 'approvals' | 'scores' | 'ranking' | 'agreement' | 'outcome'
>;

/** Undefined where no outcome is declared. */
export function fateOf(option: PriorityId, vote: FateSource): Fate | undefined {
  const { outcome } = vote;
  if (outcome === undefined) return undefined;
  const place = placeIn(fieldsShown(vote, outcome.settings), outcome.selected, option);
  if (place > 0) return { chosen: true, place };
  return { chosen: false, why: whyNot(option, vote, outcome) };
}

/** The fields of the options on view. */
export function fieldsShown({ options }: Pick<FateSource, 'options'>, settings: VoteSettings): readonly Field[] {
  const themes = new Map(options.map(({ id, themeId }) => [id, themeId]));
  return fieldsOf([...themes.keys()], settings, (id) => themes.get(id));
}

function whyNot(
  option: PriorityId,
  vote: FateSource,
  { ballots, tiedAtCut }: NonNullable<FateSource['outcome']>,
): NotChosen {
  if (ballots === 0) return 'nobody_voted';
  if (isFew(option, vote)) return 'few_answers';
  const { judged, supporters } = supportShown(option, vote);
  if (!judged) return 'not_judged';
  if (supporters === 0) return 'no_support';
  return tiedAtCut.includes(option) ? 'tied' : 'no_place';
}

/** What decides was answered by too few to be shown, and so to be chosen. */
export function isFew(option: PriorityId, { scores, agreement, settings }: FateSource): boolean {
  const decides = agreement?.[option] ?? scores?.[option]?.criteria[firstCriterion(settings.method)];
  return decides !== undefined && 'few' in decides;
}

/** As `supportOf`, from what is on view. */
function supportShown(
  option: PriorityId,
  { results, approvals, scores, ranking, agreement, settings }: FateSource,
): Support {
  const answers = agreement?.[option];
  if (answers !== undefined && !('few' in answers)) {
    const { agree, disagree, pass } = answers;
    return { supporters: agree, judged: agree + disagree + pass > 0 };
  }
  const points = scores?.[option]?.criteria[firstCriterion(settings.method)];
  if (scores !== undefined) return supportOfPoints(points === undefined || 'few' in points ? [] : points.counts);
  const supporters = results?.[option]?.supporters ?? approvals?.[option]?.approvals ?? ranking?.named[option] ?? 0;
  return { supporters, judged: true };
}
