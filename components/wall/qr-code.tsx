'use client';
// The join address as a QR code: dark on white under every theme, because many phones cannot read it inverted.
import { useMemo } from 'react';
import { encode } from 'uqr';

export function QrCode({
  text,
  label,
  className,
}: {
  readonly text: string;
  readonly label: string;
  readonly className?: string | undefined;
}) {
  const { path, size } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: 'M', border: 2 });
    let drawn = '';
    data.forEach((row, y) => {
      // One rectangle per run of dark modules keeps the path short.
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue;
        let end = x;
        while (row[end]) end++;
        drawn += `M${x} ${y}h${end - x}v1h${x - end}z`;
        x = end;
      }
    });
    return { path: drawn, size: modules };
  }, [text]);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={path} fill="#16130e" />
    </svg>
  );
}
