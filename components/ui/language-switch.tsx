'use client';
// The language of this browser, remembered in a cookie; the page is asked for again in it, the connection stays up.
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { LOCALE_COOKIE, LOCALE_NAMES } from '../../i18n/locale';
import { LOCALES, type Locale } from '../../server/engine/vocabulary';
import styles from './language-switch.module.css';
import { usePageLocale } from './words';

export function LanguageSwitch() {
  const t = useTranslations('Language');
  const locale = usePageLocale();
  const router = useRouter();
  function choose(next: Locale) {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store does not exist on a hall's plain http page
    document.cookie = `${LOCALE_COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.lang = next;
    router.refresh();
  }
  return (
    <select
      className={styles.language}
      aria-label={t('label')}
      value={locale}
      onChange={(event) => choose(event.target.value as Locale)}
    >
      {LOCALES.map((choice) => (
        <option key={choice} value={choice} lang={choice}>
          {LOCALE_NAMES[choice]}
        </option>
      ))}
    </select>
  );
}
