'use client';
// The console's door: the key in the link is posted once; without one, a clear sentence and a field for the link.
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { CommanderProvider } from '../desk/commander';
import { RoomProvider, useRoom } from '../live/provider';
import { type SignInResult, signInWithFragment } from '../live/sign-in';
import { useKeepFocus } from '../ui/keep-focus';
import { Desk } from './desk';
import styles from './door.module.css';
import { SignInForm } from './sign-in-form';

export function Console({ code }: { readonly code: string }) {
  const t = useTranslations('Console');
  const [entry, setEntry] = useState<SignInResult>();
  useKeepFocus();
  useEffect(() => {
    let live = true;
    signInWithFragment(code, 'facilitator').then((result) => {
      if (live) setEntry(result);
    });
    return () => {
      live = false;
    };
  }, [code]);

  const waiting = (
    <main className={styles.notice}>
      <p role="status">{t('connecting')}</p>
    </main>
  );
  if (entry === undefined) return waiting;
  if (entry === 'refused' || entry === 'unreachable') {
    return <SignInForm code={code} problem={entry} onSignedIn={() => setEntry('signed_in')} />;
  }
  // Without a key in the address an earlier sign-in may still hold: the connection itself finds out.
  return (
    <RoomProvider key={entry} code={code} audience="facilitator" waiting={waiting}>
      <Entrance
        code={code}
        hasSignedIn={entry === 'signed_in'}
        onSignedIn={() => setEntry((before) => (before === 'signed_in' ? 'no_key' : 'signed_in'))}
      />
    </RoomProvider>
  );
}

function Entrance({
  code,
  hasSignedIn,
  onSignedIn,
}: {
  readonly code: string;
  /** The key was right just now: if the line does not know it, this browser keeps no cookies. */
  readonly hasSignedIn: boolean;
  readonly onSignedIn: () => void;
}) {
  const t = useTranslations('Console');
  const { status, refusal, view } = useRoom<'facilitator'>();
  if (status === 'refused') {
    const problem = refusal === 'unknown_session' ? 'unknown' : hasSignedIn ? 'cookies' : 'needed';
    return <SignInForm code={code} problem={problem} onSignedIn={onSignedIn} />;
  }
  if (view === undefined) {
    return (
      <main className={styles.notice}>
        <p role="status">{t('connecting')}</p>
      </main>
    );
  }
  return (
    <CommanderProvider>
      <Desk view={view} code={code} />
    </CommanderProvider>
  );
}
