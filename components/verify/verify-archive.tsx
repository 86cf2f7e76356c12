'use client';
// The page that verifies: a file is chosen, checked here, and its verdict said; then a person's receipt can be looked up.
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { checkArchive, type Verdict } from '../../server/verify/check-archive';
import { Page } from '../ui/page';
import { linesOfFile } from './read-file';
import { ReceiptSearch } from './receipt-search';
import { sha256 } from './sha256';
import { VerdictCard } from './verdict-card';
import styles from './verify.module.css';

/** The check reads the file twice. */
const READINGS = 2;

export function VerifyArchive() {
  const t = useTranslations('VerifyPage');
  const field = useId();
  const [percent, setPercent] = useState<number>();
  const [checked, setChecked] = useState<{ readonly file: File; readonly verdict: Verdict }>();
  const latest = useRef<File>(undefined);

  async function check(file: File | undefined) {
    latest.current = file;
    setChecked(undefined);
    setPercent(file === undefined ? undefined : 0);
    if (file === undefined) return;
    let reading = 0;
    const open = () => {
      const before = reading * file.size;
      reading += 1;
      return linesOfFile(file, (bytes) => {
        if (latest.current === file) setPercent(Math.floor((100 * (before + bytes)) / (READINGS * file.size)));
      });
    };
    const verdict = await checkArchive(open, sha256);
    // Another file was chosen meanwhile.
    if (latest.current !== file) return;
    setPercent(undefined);
    setChecked({ file, verdict });
  }

  return (
    <Page title={t('title')} narrow>
      <p>{t('hint')}</p>
      <label htmlFor={field} className={styles.label}>
        {t('choose')}
      </label>
      <input id={field} type="file" accept=".eles" onChange={(event) => void check(event.target.files?.[0])} />
      <div role="status">
        {percent !== undefined && (
          <>
            <p>{t('busy', { percent })}</p>
            <progress className={styles.progress} max={100} value={percent} aria-label={t('title')} />
          </>
        )}
        {checked !== undefined && <VerdictCard verdict={checked.verdict} />}
      </div>
      {checked?.verdict.ok && <ReceiptSearch key={checked.verdict.closingHash} file={checked.file} />}
    </Page>
  );
}
