// Counts of the eight gradients of agreement as columns. Ordered categories: there is no mean to show.
import styles from './histogram.module.css';

export function Histogram({
  counts,
  names,
}: {
  readonly counts: readonly number[];
  readonly names: readonly string[];
}) {
  const most = Math.max(1, ...counts);
  return (
    <ol className={styles.histogram}>
      {counts.map((count, index) => (
        <li key={names[index]} data-level={index + 1}>
          <span className="visually-hidden">{names[index]}: </span>
          <span className={styles.count} data-none={count === 0 || undefined}>
            {count}
          </span>
          <span className={styles.column} aria-hidden="true">
            <span style={{ height: `${(100 * count) / most}%` }} />
          </span>
          <span className={styles.level} aria-hidden="true">
            {index + 1}
          </span>
        </li>
      ))}
    </ol>
  );
}
