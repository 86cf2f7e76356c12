'use client';
// The roll-up in every format, in the language of the page.
import { useTranslations } from 'next-intl';
import { DOCUMENT_NAMES, type DocumentName } from '../../../server/protocol/downloads';
import { usePageLocale } from '../../ui/words';
import styles from './roll-up.module.css';

const NAMES: Readonly<Record<DocumentName, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  json: 'JSON',
  md: 'Markdown',
};

export function Downloads({ id }: { readonly id: string }) {
  const t = useTranslations('RollUpPage');
  const locale = usePageLocale();
  return (
    <p className={styles.downloads}>
      {t('downloads')}:
      {DOCUMENT_NAMES.map((ending) => (
        <a key={ending} href={`/api/organiser/roll-ups/${id}/exports/roll-up.${ending}?lang=${locale}`} download>
          {NAMES[ending]}
        </a>
      ))}
    </p>
  );
}
