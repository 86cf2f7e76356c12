'use client';
// Everything that leaves the system, at any moment; and a new session of the same workshop.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LOCALE_NAMES } from '../../i18n/locale';
import type { FacilitatorView } from '../../server/engine/views';
import { LOCALES } from '../../server/engine/vocabulary';
import { Button } from '../ui/button';
import { usePageLocale } from '../ui/words';
import { useCommander } from './commander';
import styles from './console.module.css';

const TABLES = [
  'ideas',
  'priorities',
  'votes',
  'results',
  'outcomes',
  'actions',
  'endorsements',
  'turnout',
  'participants-by-group',
] as const;
type NewSession = { readonly code: string; readonly screenUrl: string; readonly facilitatorUrl: string };

export function Exports({ view, code }: { readonly view: FacilitatorView; readonly code: string }) {
  const t = useTranslations('Console');
  const locale = usePageLocale();
  const base = `/api/sessions/${encodeURIComponent(code)}`;
  return (
    <div className={styles.exports}>
      {view.session.phase !== 'ended' && <p className={styles.hint}>{t('exports.running')}</p>}
      <section>
        <h3>{t('exports.draft')}</h3>
        <p className={styles.hint}>{t('exports.draftHint')}</p>
        <ul>
          {LOCALES.map((lang) => (
            <li key={lang}>
              <a href={`${base}/exports/draft.md?lang=${lang}`} download lang={lang}>
                {LOCALE_NAMES[lang]} (Markdown)
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('exports.tables')}</h3>
        <p className={styles.hint}>{t('exports.tablesHint')}</p>
        <ul>
          {TABLES.map((table) => (
            <li key={table}>
              <a href={`${base}/exports/${table}.csv?lang=${locale}`} download>
                {t(`exports.${table}`)} (CSV)
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('exports.archive')}</h3>
        <p className={styles.hint}>{t('exports.archiveHint')}</p>
        <ul>
          <li>
            <a href={`${base}/archive`} download>
              {t('exports.archiveFile')}
            </a>
          </li>
        </ul>
      </section>
      <Again code={code} />
    </div>
  );
}

function Again({ code }: { readonly code: string }) {
  const t = useTranslations('Console');
  const { say } = useCommander();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<NewSession>();

  async function make(rehearsal: boolean) {
    setBusy(true);
    try {
      const response = await fetch('/api/sessions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'same-origin',
        body: JSON.stringify({ from: code, rehearsal }),
      });
      if (!response.ok) throw new Error(`status ${response.status}`);
      setMade((await response.json()) as NewSession);
    } catch {
      say({ kind: 'refused', text: t('again.failed') });
    } finally {
      setBusy(false);
    }
  }

  return (
    <section>
      <h3>{t('again.title')}</h3>
      <p className={styles.hint}>{t('again.hint')}</p>
      <div className={styles.row}>
        <Button busy={busy} onClick={() => void make(false)}>
          {t('again.real')}
        </Button>
        <Button busy={busy} onClick={() => void make(true)}>
          {t('again.rehearsal')}
        </Button>
      </div>
      {made !== undefined && (
        <p role="status">
          {t('again.made', { code: made.code })} <a href={made.facilitatorUrl}>{t('again.console')}</a>{' '}
          <a href={made.screenUrl} target="_blank" rel="noreferrer">
            {t('head.wall')}
          </a>
        </p>
      )}
    </section>
  );
}
