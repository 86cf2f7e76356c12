'use client';
// The wording of a priority and the language it is in.
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { LOCALE_NAMES } from '../../i18n/locale';
import { HEADING_MAX_LENGTH } from '../../server/engine/limits';
import { LOCALES, type Locale, type OwnText } from '../../server/engine/vocabulary';
import styles from './moderation.module.css';

export function HeadingFields({
  heading,
  label,
  maxLength = HEADING_MAX_LENGTH,
  onChange,
}: {
  readonly heading: OwnText;
  readonly label: string;
  readonly maxLength?: number;
  readonly onChange: (heading: OwnText) => void;
}) {
  const t = useTranslations('Console');
  const field = useId();
  return (
    <>
      <label className={styles.label} htmlFor={field}>
        {label}
      </label>
      <textarea
        id={field}
        className={styles.field}
        rows={3}
        maxLength={maxLength}
        dir="auto"
        lang={heading.lang}
        value={heading.text}
        onChange={(event) => onChange({ ...heading, text: event.target.value })}
      />
      <label className={styles.label} htmlFor={`${field}-lang`}>
        {t('inLanguage')}
      </label>
      <select
        id={`${field}-lang`}
        className={styles.field}
        value={heading.lang}
        onChange={(event) => onChange({ ...heading, lang: event.target.value as Locale })}
      >
        {LOCALES.map((lang) => (
          <option key={lang} value={lang} lang={lang}>
            {LOCALE_NAMES[lang]}
          </option>
        ))}
      </select>
    </>
  );
}
