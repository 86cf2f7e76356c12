'use client';
// The frame itself failed: the same page with a frame of its own.
import './tokens.css';
import './globals.css';
import ErrorPage from './error';

export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="ky">
      <body>
        <ErrorPage reset={reset} />
      </body>
    </html>
  );
}
