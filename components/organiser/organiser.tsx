'use client';
// The organiser's door: the key in the link is posted once; without one, a clear sentence and a field for the link.
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { OrganiserSession } from '../../server/protocol/organiser';
import { useKeepFocus } from '../ui/keep-focus';
import { Page } from '../ui/page';
import { listSessions, signInAsOrganiser, type Trouble } from './api';
import { Door } from './door';
import { ImportForm } from './import-form';
import { MakeRollUp } from './make-roll-up';
import { Workshops } from './organisations';
import styles from './organiser.module.css';
import { SessionList } from './session-list';
import { SetAsideList } from './set-aside-list';

export function Organiser() {
  useKeepFocus();
  const t = useTranslations('Organiser');
  const [sessions, setSessions] = useState<readonly OrganiserSession[] | Trouble>();
  const [entered, setEntered] = useState<'no_key' | 'signed_in' | Trouble>('no_key');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (code: string, on: boolean) =>
    setChosen((before) => [...before.filter((one) => one !== code), ...(on ? [code] : [])]);
  const load = useCallback(async () => setSessions(await listSessions()), []);
  const enter = useCallback(
    async (token: string) => {
      const answer = token === '' ? 'signed_in' : await signInAsOrganiser(token);
      // Kept when the server could not be reached, so that a reload tries again.
      if (answer !== 'unreachable') history.replaceState(null, '', location.pathname);
      setEntered(token === '' ? 'no_key' : answer);
      if (answer === 'signed_in') await load();
      else setSessions(answer);
    },
    [load],
  );
  useEffect(() => {
    void enter(decodeURIComponent(location.hash.slice(1)).trim());
  }, [enter]);

  if (sessions === undefined) {
    return (
      <main className={styles.notice}>
        <p role="status">{t('connecting')}</p>
      </main>
    );
  }
  if (sessions === 'unreachable' || sessions === 'refused') {
    // A right key that the next request does not carry: this browser keeps no cookies.
    const problem =
      sessions === 'unreachable'
        ? 'unreachable'
        : entered === 'signed_in'
          ? 'cookies'
          : entered === 'refused'
            ? 'refused'
            : 'needed';
    return <Door problem={problem} onToken={enter} />;
  }
  return (
    <Page title={t('title')}>
      <SessionList sessions={sessions} chosen={chosen} onChoose={choose} />
      <MakeRollUp chosen={sessions.filter(({ code }) => chosen.includes(code))} />
      <ImportForm onImported={load} />
      <SetAsideList sessions={sessions} />
      <Workshops />
    </Page>
  );
}
