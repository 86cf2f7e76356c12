'use client';
// Which colour and shape is which group, and what the hatched rest means.
import type { StakeholderGroup } from '../../server/engine/vocabulary';
import { useLocalText } from '../ui/words';
import styles from './group-legend.module.css';
import { Marker } from './marker';
import { seriesOf } from './series';

export function GroupLegend({
  groups,
  hidden,
}: {
  readonly groups: readonly StakeholderGroup[];
  /** The sentence about suppressed cells; left out when nothing is hidden. */
  readonly hidden?: string | undefined;
}) {
  const local = useLocalText();
  return (
    <ul className={styles.legend}>
      {groups.map((group) => (
        <li key={group.id}>
          <Marker series={seriesOf(groups, group.id)} />
          {local(group.name)}
        </li>
      ))}
      {hidden !== undefined && (
        <li>
          <span className={styles.hatched} aria-hidden="true" />
          {hidden}
        </li>
      )}
    </ul>
  );
}
