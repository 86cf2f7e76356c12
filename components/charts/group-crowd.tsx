'use client';
import type { StakeholderGroup } from '../../server/engine/vocabulary';
// Who is in the hall: one sign per person behind the name of each stakeholder group, and the figure.
import type { ByGroup } from '../../server/engine/voting/publishing/suppression';
import { useLocalText } from '../ui/words';
import styles from './group-crowd.module.css';
import { Marker } from './marker';
import { seriesOf } from './series';

/** Beyond this a row of signs says no more than a bar. */
const MOST_SIGNS = 40;

export function GroupCrowd({
  groups,
  counts,
}: {
  readonly groups: readonly StakeholderGroup[];
  readonly counts: ByGroup;
}) {
  const local = useLocalText();
  const largest = Math.max(1, ...groups.map((group) => counts[group.id] ?? 0));
  return (
    <ul className={styles.groups}>
      {groups.map((group) => {
        const count = counts[group.id] ?? 0;
        const series = seriesOf(groups, group.id);
        return (
          <li key={group.id}>
            <span className={styles.name}>
              <Marker series={series} className={styles.key} />
              {local(group.name)}
            </span>
            <span className={styles.crowd} aria-hidden="true">
              {largest <= MOST_SIGNS ? (
                Array.from({ length: count }, (_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: people are told apart by nothing but their number
                  <span key={index} className={styles.person} style={{ '--most': largest } as React.CSSProperties}>
                    <Marker series={series} />
                  </span>
                ))
              ) : (
                <span
                  className={styles.bar}
                  style={{ width: `${(100 * count) / largest}%`, background: series.color }}
                />
              )}
            </span>
            <strong className={styles.count}>{count}</strong>
          </li>
        );
      })}
    </ul>
  );
}
