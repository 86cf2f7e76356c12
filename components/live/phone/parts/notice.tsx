/** @jsxImportSource preact */
// A card that says how things stand.
import type { ComponentChildren } from 'preact';

export function Notice({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <section class="notice">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
