'use client';
// The wording of a priority or a line, and the language it is in: told by its words until a person chooses one.
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { LOCALE_NAMES } from '../../i18n/locale';
import { HEADING_MAX_LENGTH } from '../../server/engine/limits';
import { LOCALES, type Locale, type OwnText } from '../../server/engine/vocabulary';
import { TextArea } from '../ui/form';
import styles from './fields.module.css';
import { retyped } from './retyped';

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
  const [isChosen, setChosen] = useState(false);
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
        onChange={({ target: { value: text } }) => onChange(isChosen ? { ...heading, text } : retyped(heading, text))}
      />
      <label className={styles.label} htmlFor={field}>
        {t('inLanguage')}
      </label>
      <select
        id={field}
        className={styles.field}
        value={heading.lang}
        onChange={(event) => {
          setChosen(true);
          onChange({ ...heading, lang: event.target.value as Locale });
        }}
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
