'use client';
// The wall from sign-in to the last page of the vision: which scene is shown, and the frame around it.
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { EARLIER } from '../../server/engine/draft/earlier';
import type { ScreenView } from '../../server/engine/views';
import { screenFace } from '../activities/screens';
import { EarlierScreen } from '../draft/earlier/screen';
import { DraftScreen } from '../draft/screen';
import { RoomProvider, useRoom } from '../live/provider';
import { type SignInResult, signInWithFragment } from '../live/sign-in';
import { Closing } from './closing';
import { useWallKeys } from './keys';
import { Lobby } from './lobby';
import { WallNotice } from './notice';
import styles from './wall.module.css';
import { WallFooter } from './wall-footer';
import { WallHeader } from './wall-header';

export function Wall({ code }: { readonly code: string }) {
  const t = useTranslations('Screen');
  const [entry, setEntry] = useState<SignInResult>();
  useWallKeys();
  useEffect(() => {
    let live = true;
    signInWithFragment(code, 'screen').then((result) => {
      if (live) setEntry(result);
    });
    return () => {
      live = false;
    };
  }, [code]);

  if (entry === undefined) return <WallNotice text={t('connecting')} />;
  if (entry === 'refused') return <WallNotice text={t('signIn.refused')} />;
  // Without a key in the address an earlier sign-in may still hold: the connection itself finds out.
  return (
    <RoomProvider code={code} audience="screen" waiting={<WallNotice text={t('connecting')} />}>
      <LiveWall code={code} hasSignedIn={entry === 'signed_in'} />
    </RoomProvider>
  );
}

function LiveWall({ code, hasSignedIn }: { readonly code: string; readonly hasSignedIn: boolean }) {
  const t = useTranslations('Screen');
  const { view, status, refusal } = useRoom<'screen'>();
  if (status === 'refused') {
    if (refusal === 'unknown_session') return <WallNotice text={t('signIn.unknown', { code })} />;
    // The key was right just now: if the line does not know it, this browser keeps no cookies.
    return <WallNotice text={t(hasSignedIn ? 'signIn.cookies' : 'signIn.needed')} />;
  }
  if (view === undefined) return <WallNotice text={t('connecting')} />;
  return (
    <div className={styles.wall}>
      {view.session.rehearsal && <aside className={styles.rehearsal}>{t('rehearsal')}</aside>}
      <div className={styles.scene}>
        <Scene view={view} code={code} />
      </div>
    </div>
  );
}

function Scene({ view, code }: { readonly view: ScreenView; readonly code: string }) {
  if (view.session.phase === 'ended') return <Closing view={view} />;
  const { activity } = view;
  if (view.session.phase === 'lobby' || activity === undefined) return <Lobby view={view} code={code} />;
  // While lines wait for the room's judgement, or the room talks about one, the hall reads the draft itself.
  const { Scene: Steps, readsDraft } = screenFace(activity.kind);
  const waits = readsDraft === true && !activity.revealed;
  const rests = activity.status !== 'open';
  const looksBack = rests && view.draft.lit === EARLIER ? view.earlier : undefined;
  const reading = rests && (waits || view.draft.lit !== undefined);
  return (
    <>
      <WallHeader view={view} activity={activity} />
      <main className={styles.main}>
        {looksBack !== undefined ? (
          <EarlierScreen view={view} earlier={looksBack} />
        ) : reading ? (
          <DraftScreen view={view} />
        ) : (
          <Steps view={view} activity={activity} />
        )}
      </main>
      <WallFooter view={view} activity={activity} code={code} />
    </>
  );
}
