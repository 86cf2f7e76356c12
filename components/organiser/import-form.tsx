'use client';
// Archives from other servers: chosen, verified by the server one after another, and what became of each.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ImportAnswer, ImportSide } from '../../server/protocol/organiser';
import { Button } from '../ui/button';
import { Form, Input } from '../ui/form';
import { Beliefs } from '../verify/beliefs';
import { importArchive } from './api';
import { Conflict } from './import-conflict';
import styles from './organiser.module.css';

type Answer = ImportAnswer | 'failed';
type Outcome = { readonly file: File; readonly answer: Answer };

export function ImportForm({ onImported }: { readonly onImported: () => Promise<void> }) {
  const t = useTranslations('Organiser');
  const [checking, setChecking] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  async function submit(form: HTMLFormElement) {
    const files = new FormData(form).getAll('archives').filter((one) => one instanceof File);
    setOutcomes([]);
    for (const file of files) {
      setChecking(file.name);
      const answer = await importArchive(file);
      setOutcomes((before) => [...before, { file, answer }]);
    }
    setChecking(undefined);
    form.reset();
    await onImported();
  }
  async function replace(file: File, here: readonly ImportSide[]) {
    setChecking(file.name);
    const answer = await importArchive(
      file,
      here.map(({ closingHash }) => closingHash),
    );
    setOutcomes((before) => before.map((one) => (one.file === file ? { file, answer } : one)));
    setChecking(undefined);
    await onImported();
  }
  return (
    <section className={styles.card}>
      <h2>{t('import.title')}</h2>
      <p>{t('import.hint')}</p>
      <Form className={styles.import} onSubmit={submit}>
        <Input label={t('import.choose')} name="archives" type="file" accept=".eles" multiple required />
        <Button type="submit" weight="primary" busy={checking !== undefined}>
          {t('import.button')}
        </Button>
      </Form>
      <div role="status" className={styles.outcomes}>
        {outcomes.map(({ file, answer }) => (
          <div key={file.name} data-kind={answer !== 'failed' && answer.ok ? 'done' : 'refused'}>
            <p>
              <strong>{file.name}</strong> <OutcomeWords answer={answer} />
            </p>
            {answer !== 'failed' && answer.ok && <Beliefs of={answer.proof} />}
            {answer !== 'failed' && !answer.ok && 'here' in answer && (
              <Conflict conflict={answer} onReplace={() => void replace(file, answer.here)} />
            )}
          </div>
        ))}
        {checking !== undefined && <p>{t('import.busy', { file: checking })}</p>}
      </div>
      <p>
        <a href="/verify">{t('verifyLink')}</a>
      </p>
    </section>
  );
}

function OutcomeWords({ answer }: { readonly answer: Answer }) {
  const t = useTranslations('Import');
  const verify = useTranslations('Verify');
  if (answer === 'failed') return t('failed');
  if (answer.ok) return t(answer.known ? 'known' : 'done', { code: answer.code });
  if (answer.code === 'not_verified') {
    const { badRecord: record, code, why, verdict } = answer.verdict;
    const reason = verify.has(code) ? verify(code) : why;
    const said = verdict === 'unread' ? reason : verify('bad', { record, why: reason });
    return `${t('not_verified')} ${said}`;
  }
  return 'sessionCode' in answer ? t(answer.code, { code: answer.sessionCode }) : t(answer.code);
}
