// The colour of a share in a heat table: from white to a tint that black figures can still be read on, in grey print too.
const DEEPEST = { red: 94, green: 163, blue: 178 };

/** `#rrggbb`; `share` from 0 to 1. */
export function heatColour(share: number): string {
  const part = Math.min(1, Math.max(0, share));
  const channels = [DEEPEST.red, DEEPEST.green, DEEPEST.blue].map((deep) => Math.round(255 - part * (255 - deep)));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
