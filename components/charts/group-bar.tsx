// A total as one bar, split by stakeholder group. What small cells forbid to split is one hatched rest, never left out.

import type { StakeholderGroup } from '../../server/engine/vocabulary';
import type { ByGroup } from '../../server/engine/voting/publishing/suppression';
import styles from './group-bar.module.css';
import { seriesOf } from './series';

export function GroupBar({
  total,
  most,
  split,
  groups,
}: {
  readonly total: number;
  /** The total of the longest bar beside this one. */
  readonly most: number;
  readonly split: ByGroup;
  readonly groups: readonly StakeholderGroup[];
}) {
  const shown = groups.flatMap((group) => {
    const value = split[group.id];
    return value === undefined || value === 0 ? [] : [{ id: group.id, value, color: seriesOf(groups, group.id).color }];
  });
  const rest = Math.max(0, total - shown.reduce((sum, { value }) => sum + value, 0));
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles.bar} style={{ width: `${most === 0 ? 0 : (100 * total) / most}%` }}>
        {shown.map(({ id, value, color }) => (
          <span key={id} className={styles.part} style={{ flexGrow: value, background: color }} />
        ))}
        {rest > 0 && <span className={styles.rest} style={{ flexGrow: rest }} />}
      </span>
    </span>
  );
}
