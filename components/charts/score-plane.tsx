// Two questions as a plane: a disc with its rank per option where its medians meet. Options on the same spot stand together.
import styles from './score-plane.module.css';

export type PlanePoint = {
  readonly key: string;
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly chosen: boolean;
};

/** As many as one point of the plane has room for; the list beside it names the others. */
const MOST_DISCS = 6;

export function ScorePlane({
  points,
  scale,
  xName,
  yName,
  corners,
}: {
  readonly points: readonly PlanePoint[];
  readonly scale: number;
  readonly xName: string;
  readonly yName: string;
  /** Names of the fields from bottom left clockwise; `cut` is where they meet. Missing where fields mean nothing. */
  readonly corners?:
    | { readonly names: readonly [string, string, string, string]; readonly cut: readonly [number, number] }
    | undefined;
}) {
  // Half a point of room on every side keeps the outermost discs inside; above and below is room for the names of the fields.
  const across = (value: number) => (100 * (value - 0.5)) / scale;
  const up = (value: number) => (corners === undefined ? across(value) : 7 + 0.86 * across(value));
  const spots = new Map<string, PlanePoint[]>();
  for (const point of points) {
    const spot = `${point.x} ${point.y}`;
    spots.set(spot, [...(spots.get(spot) ?? []), point]);
  }
  const cut =
    corners === undefined ? undefined : { left: across(corners.cut[0] - 0.5), bottom: up(corners.cut[1] - 0.5) };
  return (
    <div className={styles.plane} aria-hidden="true">
      <p className={styles.y}>{yName} →</p>
      <div className={styles.field}>
        {cut !== undefined && corners !== undefined && (
          <>
            <span className={styles.best} data-backdrop style={{ left: `${cut.left}%`, bottom: `${cut.bottom}%` }} />
            <span className={styles.across} style={{ bottom: `${cut.bottom}%` }} />
            <span className={styles.up} style={{ left: `${cut.left}%` }} />
            {corners.names.map((name, index) => (
              <span
                key={name}
                className={styles.corner}
                data-corner={index}
                style={{ maxWidth: `${index < 2 ? cut.left : 100 - cut.left}%` }}
              >
                {name}
              </span>
            ))}
          </>
        )}
        {[...spots].map(([spot, here]) => (
          <span
            key={spot}
            className={styles.spot}
            data-many={here.length > 1 || undefined}
            style={{ left: `${across(here[0]?.x ?? 0)}%`, bottom: `${up(here[0]?.y ?? 0)}%` }}
          >
            {(here.length > MOST_DISCS ? here.slice(0, MOST_DISCS - 1) : here).map(({ key, number, chosen }) => (
              <span key={key} className={styles.disc} data-chosen={chosen || undefined}>
                {number}
              </span>
            ))}
            {here.length > MOST_DISCS && <span className={styles.more}>+{here.length - MOST_DISCS + 1}</span>}
          </span>
        ))}
      </div>
      <p className={styles.x}>{xName} →</p>
    </div>
  );
}
