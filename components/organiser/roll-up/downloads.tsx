'use client';
// The roll-up in every format, in the language of the page.
import { useTranslations } from 'next-intl';
import { usePageLocale } from '../../ui/words';
import styles from './roll-up.module.css';

const FORMATS = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
  ['json', 'JSON'],
  ['md', 'Markdown'],
] as const;

export function Downloads({ id }: { readonly id: string }) {
  const t = useTranslations('RollUpPage');
  const locale = usePageLocale();
  return (
    <p className={styles.downloads}>
      {t('downloads')}:
      {FORMATS.map(([ending, name]) => (
        <a key={ending} href={`/api/organiser/roll-ups/${id}/exports/roll-up.${ending}?lang=${locale}`} download>
          {name}
        </a>
      ))}
    </p>
  );
}
