// Where the places of a vote are given: among all options together, or theme by theme.
import type { PriorityId, ThemeId, VoteSettings } from '../../vocabulary';

/** The options of one field, in the order of the ballot. */
export type Field = readonly PriorityId[];

/** `themeOf` by option. Themes without an option are no field. */
export function fieldsOf(
  options: readonly PriorityId[],
  { per = 'all' }: Pick<VoteSettings, 'per'>,
  themeOf: (option: PriorityId) => ThemeId | undefined,
): readonly Field[] {
  if (per === 'all') return options.length === 0 ? [] : [options];
  const fields = new Map<ThemeId, PriorityId[]>();
  for (const option of options) {
    const theme = themeOf(option) ?? '';
    const field = fields.get(theme);
    if (field === undefined) fields.set(theme, [option]);
    else field.push(option);
  }
  return [...fields.values()];
}

/** The place of a selected option in its field, from 1; 0 where it is not selected. */
export function placeIn(fields: readonly Field[], selected: readonly PriorityId[], option: PriorityId): number {
  const field = fields.find((some) => some.includes(option)) ?? [];
  return selected.filter((other) => field.includes(other)).indexOf(option) + 1;
}
