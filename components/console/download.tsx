'use client';
// One file to download: says while it is being made, and what to do when it could not be. Without script it is a plain link.
import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactNode, useState } from 'react';
import styles from './exports.module.css';

type State = 'ready' | 'making' | 'failed';

export function Download({
  href,
  lang,
  children,
}: {
  readonly href: string;
  readonly lang?: string;
  readonly children: ReactNode;
}) {
  const t = useTranslations('Console');
  const [state, setState] = useState<State>('ready');

  async function make(event: MouseEvent) {
    event.preventDefault();
    if (state === 'making') return;
    setState('making');
    try {
      const response = await fetch(href, { credentials: 'same-origin' });
      if (!response.ok) throw new Error(`status ${response.status}`);
      keep(await response.blob(), nameIn(response.headers.get('content-disposition')));
      setState('ready');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <a href={href} download lang={lang} aria-busy={state === 'making'} onClick={(event) => void make(event)}>
        {children}
      </a>
      <span role="status" className={styles.making}>
        {state === 'making' && t('exports.making')}
        {state === 'failed' && t('exports.failed')}
      </span>
    </>
  );
}

function nameIn(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'eles';
}

function keep(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser has taken hold of the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
