// Places that stayed empty, field by field, and why: said alike on every screen and paper.
import type { ThemeId } from '../../vocabulary';
import { type FateSource, fieldsShown, isFew } from './fate';

/** `theme`: only where places are per theme. `no_more`: everything that stood there is chosen. */
export type EmptyPlaces = {
  readonly theme: ThemeId | undefined;
  readonly count: number;
  readonly why: 'no_more' | 'few_answers' | 'no_support';
};

/** None where nobody voted: that is a result of its own. */
export function emptyPlacesOf(vote: FateSource): readonly EmptyPlaces[] {
  const { outcome, options } = vote;
  if (!outcome?.emptyPlaces || outcome.ballots === 0) return [];
  const { settings, selected } = outcome;
  return fieldsShown(vote, settings).flatMap((field): readonly EmptyPlaces[] => {
    const left = field.filter((id) => !selected.includes(id));
    const count = settings.places - field.length + left.length;
    if (count <= 0) return [];
    const why = left.length === 0 ? 'no_more' : left.some((id) => isFew(id, vote)) ? 'few_answers' : 'no_support';
    const theme = settings.per === 'theme' ? options.find(({ id }) => id === field[0])?.themeId : undefined;
    return [{ theme, count, why }];
  });
}
