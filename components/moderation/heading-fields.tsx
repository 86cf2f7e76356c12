'use client';
// The wording of a priority and the language it is in.
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { LOCALE_NAMES } from '../../i18n/locale';
import { HEADING_MAX_LENGTH } from '../../server/engine/limits';
import { LOCALES, type Locale, type OwnText } from '../../server/engine/vocabulary';
import { TextArea } from '../ui/form';
import styles from './moderation.module.css';

export function HeadingFields({
  heading,
  label,
  longest = HEADING_MAX_LENGTH,
  onChange,
}: {
  readonly heading: OwnText;
  readonly label: string;
  readonly longest?: number;
  readonly onChange: (heading: OwnText) => void;
}) {
  const t = useTranslations('Console');
  const field = useId();
  return (
    <>
      <TextArea
        around={styles.around}
        label={label}
        labelClass={styles.label}
        className={styles.field}
        rows={3}
        longest={longest}
        dir="auto"
        lang={heading.lang}
        value={heading.text}
        onChange={(event) => onChange({ ...heading, text: event.target.value })}
      />
      <label className={styles.label} htmlFor={field}>
        {t('inLanguage')}
      </label>
      <select
        id={field}
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
