'use client';
// The page that verifies: a file is chosen, checked here, and its verdict said; then a person's receipt can be looked up.
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useId, useState } from 'react';
import type { Expectation } from '../../server/audit/expectation';
import { checkArchive, type Verdict } from '../../server/verify/check-archive';
import { Page } from '../ui/page';
import { ExpectationField } from './expectation-field';
import { linesOfFile } from './read-file';
import { ReceiptSearch } from './receipt-search';
import { sha256 } from './sha256';
import { VerdictCard } from './verdict-card';
import styles from './verify.module.css';

/** The check reads the file twice. */
const READINGS = 2;

/** Without a verdict: the file could not be read. */
type Checked = { readonly file: File; readonly verdict: Verdict | undefined };

export function VerifyArchive() {
  const t = useTranslations('VerifyPage');
  const words = useTranslations('Verify');
  const field = useId();
  const [file, setFile] = useState<File>();
  const [expect, setExpect] = useState<Expectation>();
  const changeExpectation = useCallback((next: Expectation | undefined) => setExpect(next), []);
  const { percent, checked } = useCheck(file, expect);
  return (
    <Page title={t('title')} narrow>
      <p>{t('hint')}</p>
      <label htmlFor={field} className={styles.label}>
        {t('choose')}
      </label>
      <input id={field} type="file" accept=".eles" onChange={(event) => setFile(event.target.files?.[0])} />
      <ExpectationField onChange={changeExpectation} />
      <div role="status">
        {percent !== undefined && (
          <>
            <p>{t('busy', { percent })}</p>
            <progress className={styles.progress} max={100} value={percent} aria-label={t('title')} />
          </>
        )}
        {checked?.verdict !== undefined && <VerdictCard verdict={checked.verdict} />}
        {checked !== undefined && checked.verdict === undefined && <p>{words('unreadable')}</p>}
      </div>
      {checked?.verdict?.ok && <ReceiptSearch key={checked.verdict.closingHash} file={checked.file} />}
    </Page>
  );
}

/** Checks again whenever another file is chosen or something else is held against it. */
function useCheck(file: File | undefined, expect: Expectation | undefined) {
  const [percent, setPercent] = useState<number>();
  const [checked, setChecked] = useState<Checked>();
  useEffect(() => {
    setChecked(undefined);
    setPercent(file === undefined ? undefined : 0);
    if (file === undefined) return;
    let isLatest = true;
    let reading = 0;
    const open = () => {
      const before = reading * file.size;
      reading += 1;
      return linesOfFile(file, (bytes) => {
        if (isLatest) setPercent(Math.floor((100 * (before + bytes)) / (READINGS * file.size)));
      });
    };
    const done = (verdict: Verdict | undefined) => {
      if (!isLatest) return;
      setPercent(undefined);
      setChecked({ file, verdict });
    };
    // The file was moved, or its stick pulled out, while it was read.
    checkArchive(open, sha256, { expect }).then(done, () => done(undefined));
    return () => {
      isLatest = false;
    };
  }, [file, expect]);
  return { percent, checked };
}
