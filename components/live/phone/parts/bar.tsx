/** @jsxImportSource preact */
// How much of a whole, as a bar.

/** A bar drawn by the browser itself: no inline style, which the page's policy forbids. The number stands beside it. */
export function Bar({ value, max }: { readonly value: number; readonly max: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="track" width="100" height="8" />
      <rect class="fill" width={max === 0 ? 0 : Math.round((value / max) * 1000) / 10} height="8" />
    </svg>
  );
}
