// The sign of a stakeholder group: its colour and its shape.
import type { Series } from './series';

const PATHS = {
  circle: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z',
  square: 'M3 3h18v18H3z',
  triangle: 'M12 2L23 21H1z',
  diamond: 'M12 1L23 12L12 23L1 12z',
  pentagon: 'M12 1.5L22.5 9.3L18.5 21.5H5.5L1.5 9.3z',
} as const;

export function Marker({ series, className }: { readonly series: Series; readonly className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 24 24" width="1em" height="1em" aria-hidden="true" focusable="false">
      <path d={PATHS[series.shape]} fill={series.color} />
    </svg>
  );
}
