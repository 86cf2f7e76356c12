'use client';
// What the person has in hand: a hash from wall or paper. The wall's QR code brings it in the address, so nothing is typed.
import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { type Expectation, readExpectation } from '../../server/audit/expectation';
import { inFours } from '../../server/protocol/in-fours';
import styles from './verify.module.css';

/** `#expect=…`, as the code on the wall writes it. */
function fromAddress(): string {
  return new URLSearchParams(location.hash.slice(1)).get('expect') ?? '';
}

export function ExpectationField({
  onChange,
}: {
  /** Undefined: nothing, or nothing that could be compared. */
  readonly onChange: (expect: Expectation | undefined) => void;
}) {
  const t = useTranslations('VerifyPage');
  const words = useTranslations('Verify');
  const field = useId();
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const given = fromAddress();
    if (readExpectation(given) === undefined) return;
    setTyped(inFours(given));
    onChange(readExpectation(given));
  }, [onChange]);
  const isWrong = typed.trim() !== '' && readExpectation(typed) === undefined;
  return (
    <>
      <label htmlFor={field} className={styles.label}>
        {t('expect')}
      </label>
      <textarea
        id={field}
        rows={2}
        className={styles.expect}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={typed}
        aria-invalid={isWrong}
        aria-describedby={`${field}-hint`}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(readExpectation(event.target.value));
        }}
      />
      <p id={`${field}-hint`} role={isWrong ? 'alert' : undefined}>
        {isWrong ? words('bad_expectation') : t('expectHint')}
      </p>
    </>
  );
}
