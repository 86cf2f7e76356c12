'use client';
// For those who came without their link: what is missing, and a field to paste it into.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { readSignInLink, signIn } from '../live/sign-in';
import { Button } from '../ui/button';
import { Form, Input } from '../ui/form';
import { LanguageSwitch } from '../ui/language-switch';
import styles from './door.module.css';

export type SignInProblem = 'needed' | 'refused' | 'unreachable' | 'unknown' | 'cookies';

export function SignInForm({
  code,
  problem,
  onSignedIn,
}: {
  readonly code: string;
  readonly problem: SignInProblem;
  readonly onSignedIn: () => void;
}) {
  const t = useTranslations('Console');
  const [shown, setShown] = useState<SignInProblem | 'malformed'>(problem);
  const [busy, setBusy] = useState(false);

  async function submit(form: HTMLFormElement) {
    const pasted = String(new FormData(form).get('link') ?? '');
    const link = readSignInLink(pasted, code);
    if (link === undefined) return setShown('malformed');
    if (link.code.toUpperCase() !== code) {
      // Another session's link: go there, and let that page post the key.
      location.assign(`/console/${encodeURIComponent(link.code)}#${encodeURIComponent(link.token)}`);
      return;
    }
    setBusy(true);
    const result = await signIn(code, 'facilitator', link.token);
    setBusy(false);
    if (result === 'signed_in') onSignedIn();
    else setShown(result);
  }

  return (
    <main className={styles.notice}>
      <Form className={styles.door} onSubmit={submit}>
        <LanguageSwitch />
        <h1>{t('door.title', { code })}</h1>
        <p role="alert">{t(`door.${shown}`)}</p>
        <Input label={t('door.label')} name="link" type="text" autoComplete="off" spellCheck={false} required />
        <Button type="submit" weight="primary" busy={busy}>
          {t('door.enter')}
        </Button>
      </Form>
    </main>
  );
}
