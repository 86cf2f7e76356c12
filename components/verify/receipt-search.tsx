'use client';
// A person's receipt, looked up in the archive that was just verified: what was recorded from them, line by line.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { findReceipt, type ReceiptLine } from '../../server/audit/find-receipt';
import { Button } from '../ui/button';
import { useDates } from '../ui/dates';
import { Form, Input } from '../ui/form';
import { linesOfFile, timeZoneOfFile } from './read-file';
import styles from './verify.module.css';

/** `timeZone`: the clock of that session. */
type Found = { readonly lines: readonly ReceiptLine[]; readonly timeZone: string };

export function ReceiptSearch({ file }: { readonly file: File }) {
  const t = useTranslations('VerifyPage');
  const [found, setFound] = useState<Found>();
  const [busy, setBusy] = useState(false);
  async function submit(form: HTMLFormElement) {
    const receipt = String(new FormData(form).get('receipt') ?? '');
    setBusy(true);
    setFound({ lines: await findReceipt(linesOfFile(file), receipt), timeZone: await timeZoneOfFile(file) });
    setBusy(false);
  }
  return (
    <section className={styles.receipt}>
      <h2>{t('receipt.title')}</h2>
      <Form onSubmit={submit}>
        <Input
          label={t('receipt.label')}
          hint={t('receipt.hint')}
          name="receipt"
          required
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <Button type="submit" weight="primary" busy={busy}>
          {t('receipt.button')}
        </Button>
      </Form>
      <div role="status">
        {found !== undefined && (
          <p>{found.lines.length === 0 ? t('receipt.none') : t('receipt.found', { count: found.lines.length })}</p>
        )}
      </div>
      {found !== undefined && found.lines.length > 0 && <Records {...found} />}
    </section>
  );
}

function Records({ lines, timeZone }: Found) {
  const t = useTranslations('VerifyPage');
  const dates = useDates(timeZone);
  return (
    <table className={styles.records}>
      <thead>
        <tr>
          <th scope="col">{t('receipt.record')}</th>
          <th scope="col">{t('receipt.time')}</th>
          <th scope="col">{t('receipt.what')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ record, at, type, details }) => (
          <tr key={record}>
            <td>{record}</td>
            <td>{dates.exactTime(at)}</td>
            <td>
              <strong>{t.has(`fact.${type}`) ? t(`fact.${type}`) : type}</strong>
              {details.map((words, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice
                <p key={place}>{words}</p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
