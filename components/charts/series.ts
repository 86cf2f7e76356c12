// Colour and shape of each stakeholder group in every chart. Shape as well, because colour alone says nothing to many.
import type { GroupId, StakeholderGroup } from '../../server/engine/vocabulary';

const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'pentagon'] as const;
export type SeriesShape = (typeof SHAPES)[number];
export type Series = { readonly color: string; readonly shape: SeriesShape };

export function seriesOf(groups: readonly StakeholderGroup[], groupId: GroupId): Series {
  const place = Math.max(
    0,
    groups.findIndex((group) => group.id === groupId),
  );
  return {
    color: `var(--series-${(place % 5) + 1})`,
    shape: SHAPES[(place + Math.floor(place / 5)) % SHAPES.length] ?? 'circle',
  };
}
