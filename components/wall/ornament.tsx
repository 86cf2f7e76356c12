// A band of ram's horns (кочкор мүйүз) as on a felt rug: our own drawing, nothing but decoration.
import { useId } from 'react';

const HORNS =
  'M30 64V34C30 20 22 12 13 12C6 12 2 17 2 22C2 28 7 31 11 29M30 34C30 20 38 12 47 12C54 12 58 17 58 22C58 28 53 31 49 29M30 64L22 54M30 64L38 54M30 4L35 10L30 16L25 10Z';

/** A side of one drawing; the band is as high as its box and repeats it over more than any wall is wide. */
const SIDE = 68;
const TIMES = 120;

export function Ornament({ className }: { readonly className?: string | undefined }) {
  const id = useId();
  // Copies, not a pattern: WebKit paints none whose sizes are in rem.
  return (
    <svg
      className={className}
      aria-hidden="true"
      focusable="false"
      width="100%"
      height="100%"
      viewBox={`0 0 ${SIDE * TIMES} ${SIDE}`}
      preserveAspectRatio="xMinYMid slice"
    >
      <defs>
        <path
          id={id}
          d={HORNS}
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </defs>
      {Array.from({ length: TIMES }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
        <use key={place} href={`#${id}`} x={4 + place * SIDE} y={2} />
      ))}
    </svg>
  );
}
