// A band of ram's horns (кочкор мүйүз) as on a felt rug: our own drawing, nothing but decoration.
import { useId } from 'react';

const HORNS =
  'M30 64V34C30 20 22 12 13 12C6 12 2 17 2 22C2 28 7 31 11 29M30 34C30 20 38 12 47 12C54 12 58 17 58 22C58 28 53 31 49 29M30 64L22 54M30 64L38 54M30 4L35 10L30 16L25 10Z';

export function Ornament({ className }: { readonly className?: string | undefined }) {
  const id = useId();
  return (
    <svg className={className} aria-hidden="true" focusable="false" width="100%" height="100%">
      <defs>
        <pattern id={id} width="2.1rem" height="2.1rem" patternUnits="userSpaceOnUse">
          <svg viewBox="0 0 68 68" width="2.1rem" height="2.1rem" aria-hidden="true">
            <path
              d={HORNS}
              transform="translate(4 2)"
              fill="none"
              stroke="currentColor"
              strokeWidth="4"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
