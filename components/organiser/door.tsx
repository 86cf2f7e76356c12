'use client';
// For those who came without the organiser's link: what is missing, and a field to paste it into.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../ui/button';
import { Form, Input } from '../ui/form';
import { LanguageSwitch } from '../ui/language-switch';
import styles from './organiser.module.css';

export function Door({
  problem,
  onToken,
}: {
  readonly problem: 'needed' | 'refused' | 'unreachable' | 'cookies';
  readonly onToken: (token: string) => Promise<void>;
}) {
  const t = useTranslations('Organiser');
  const [busy, setBusy] = useState(false);
  async function submit(form: HTMLFormElement) {
    const pasted = String(new FormData(form).get('link') ?? '').trim();
    setBusy(true);
    // A whole link, or its key alone.
    await onToken(pasted.slice(pasted.indexOf('#') + 1));
    setBusy(false);
  }
  return (
    <main className={styles.notice}>
      <Form className={styles.door} onSubmit={submit}>
        <LanguageSwitch />
        <h1>{t('pageTitle')}</h1>
        <p role="alert">{t(`door.${problem}`)}</p>
        <Input label={t('door.label')} name="link" type="text" autoComplete="off" spellCheck={false} required />
        <Button type="submit" weight="primary" busy={busy}>
          {t('door.enter')}
        </Button>
      </Form>
    </main>
  );
}
