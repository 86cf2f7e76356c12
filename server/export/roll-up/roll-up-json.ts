// Sessions side by side as open data. Described by docs/schema/roll-up.schema.json.
import type { RollUp, RollUpRow } from '../../engine/roll-up/roll-up';

export const ROLL_UP_SCHEMA_ID = 'urn:eles:roll-up:1';

export function renderRollUpJson({ title, districts, groups, themes }: RollUp, madeAt: number): string {
  const data = {
    $schema: ROLL_UP_SCHEMA_ID,
    format: 'eles-roll-up',
    version: 1,
    title,
    date: new Date(madeAt).toISOString(),
    districts,
    groups,
    themes: themes.map(({ theme, shares, votes, common, particular }) => ({
      id: theme.id,
      name: theme.name,
      shares,
      votes,
      common: common.map(openRow),
      particular: particular.map(openRow),
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Without ids of priorities: an author knows the id of an idea, so it would be a signature. */
function openRow({ heading, cells, byGroup, goalIn }: RollUpRow) {
  return {
    heading,
    cells: cells.map((cell) =>
      cell === null
        ? null
        : { heading: cell.heading, votes: cell.votes, share: cell.share, isGoal: cell.isGoal, reads: cell.reads },
    ),
    byGroup,
    goalIn,
  };
}
